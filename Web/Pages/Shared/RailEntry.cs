using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Shared;

/// <summary>One line of the rail. A new room is one line here.</summary>
public sealed record RailEntry(
    string Room,
    string Text,
    string Href,
    string Icon,
    string? Key = null
)
{
    public static IEnumerable<RailEntry> For(Viewer viewer)
    {
        yield return new("team", "Team", "/team", "users", "t");
        if (viewer.IsManager)
            yield return new("admin", "Admin", AdminFor(viewer).First().Href, "shield", "a");
    }

    public static IEnumerable<RailEntry> AdminFor(Viewer viewer)
    {
        if (viewer.IsAdmin)
            yield return new("users", "Users", "/admin/users", "circle-user");
        if (viewer.IsManager)
        {
            yield return new("work-roles", "Work roles", "/admin/work-roles", "tag");
            yield return new("audit", "Trail", "/admin/audit", "scroll-text");
        }
    }
}
