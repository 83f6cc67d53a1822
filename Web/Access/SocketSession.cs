using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Access;

/// <summary>A socket or a file goes on as long as its session would still open a page, with the role it was opened with.</summary>
sealed class SocketSession(OfficeFactory offices) : ISessionCheck
{
    public async Task<bool> IsStillGoodAsync(Viewer viewer, string? id)
    {
        if (!Guid.TryParse(id, CultureInfo.InvariantCulture, out var session))
            return false;
        await using var office = offices.Open(viewer);
        return await office
            .Sessions.Where(s => s.Id == session)
            .Join(office.Users, s => s.UserId, u => u.Id, (s, u) => new { s.Stamp, User = u })
            .AnyAsync(both =>
                both.Stamp == both.User.SecurityStamp
                && both.User.DisabledAt == null
                && both.User.Role == viewer.Role
            );
    }
}
