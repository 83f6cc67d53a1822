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
            yield return new("alerts", "Alarms", "/admin/alerts", "bell");
            yield return new("switches", "Switches", "/admin/switches", "toggle-right");
            yield return new("problems", "Problems", "/admin/problems", "circle-alert");
            yield return new("reports", "Daily report", "/admin/reports", "file-text");
            yield return new("audit", "Trail", "/admin/audit", "scroll-text");
            yield return new("jobs", "Jobs", "/admin/jobs", "clock");
            yield return new("sync-health", "Sync health", "/admin/sync-health", "activity");
        }
    }

    /// <summary>What the palette can go to: the rail, and what is often begun.</summary>
    public static IEnumerable<RailEntry> Everywhere(Viewer viewer)
    {
        yield return new("team", "Team", "/team", "users");
        yield return new("new", "Add a person", "/team/new", "user-plus");
        if (viewer.IsManager)
            yield return new("import", "Import a list", "/team/import", "upload");
        foreach (var entry in AdminFor(viewer))
            yield return entry;
    }

    public bool Answers(string typed) =>
        Text.Contains(typed, StringComparison.CurrentCultureIgnoreCase);
}
