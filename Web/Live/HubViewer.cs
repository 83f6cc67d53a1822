using System.Security.Claims;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Web.Live;

static class HubViewer
{
    /// <summary>The socket's own person: it outlives the request whose scope would otherwise say who asks.</summary>
    internal static Viewer Of(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && Enum.TryParse<UserRole>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Viewer(id, user.Identity?.Name ?? "", role, null)
            : Viewer.Nobody;
}
