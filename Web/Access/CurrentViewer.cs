using System.Globalization;
using System.Security.Claims;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Web.Access;

public static class CurrentViewer
{
    const string Header = "X-Request-Id";

    public static Viewer Of(HttpContext? request) =>
        request is null
            ? Viewer.Nobody
            : new(
                Guid.TryParse(request.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
                    ? id
                    : null,
                request.User.FindFirstValue(ClaimTypes.Name) ?? "",
                Enum.TryParse<UserRole>(request.User.FindFirstValue(ClaimTypes.Role), out var role)
                    ? role
                    : UserRole.Staff,
                RequestId(request)
            );

    /// <summary>The page's own id for this request, so that it knows its echo; a made-up one otherwise.</summary>
    static string RequestId(HttpContext request) =>
        Guid.TryParse(
            request.Request.Headers[Header].ToString(),
            CultureInfo.InvariantCulture,
            out var id
        )
            ? id.ToString()
            : Guid.CreateVersion7().ToString();
}
