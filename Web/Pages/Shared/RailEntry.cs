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
        foreach (var pages in RecordRegistry.All)
            yield return new(
                pages.Room,
                pages.Title,
                pages.Links.List,
                pages.Icon,
                pages.ShortcutKey
            );
        if (viewer.IsManager)
            yield return new("admin", "Admin", AdminFor(viewer).First().Href, "shield", "a");
    }

    static readonly RailEntry[] Admin =
    [
        new("users", "Users", "/admin/users", "circle-user")
        {
            Group = "Office",
            IsForAdmins = true,
        },
        new("work-roles", "Work roles", "/admin/work-roles", "tag") { Group = "Office" },
        new("sync-health", "Sync health", "/admin/sync-health", "activity") { Group = "Health" },
        new("alerts", "Alarms", "/admin/alerts", "bell") { Group = "Health" },
        new("problems", "Problems", "/admin/problems", "circle-alert") { Group = "Health" },
        new("jobs", "Jobs", "/admin/jobs", "clock") { Group = "Health" },
        new("reports", "Daily report", "/admin/reports", "file-text") { Group = "Health" },
        new("audit", "Trail", "/admin/audit", "scroll-text") { Group = "Program" },
        new("outbox", "Outbox", "/admin/outbox", "mail") { Group = "Program", IsForAdmins = true },
        new("switches", "Switches", "/admin/switches", "toggle-right") { Group = "Program" },
    ];

    /// <summary>Those of one group stand together.</summary>
    public string Group { get; init; } = "";
    bool IsForAdmins { get; init; }

    public static IEnumerable<RailEntry> AdminFor(Viewer viewer) =>
        Admin.Where(entry => viewer.IsAdmin || viewer.IsManager && !entry.IsForAdmins);

    /// <summary>What the palette can go to: the rail, and what is often begun.</summary>
    public static IEnumerable<RailEntry> Everywhere(Viewer viewer)
    {
        foreach (var pages in RecordRegistry.All)
        {
            var (links, many) = (pages.Links, pages.Type.Plural);
            yield return new(pages.Room, pages.Title, links.List, pages.Icon);
            if (!viewer.IsManager)
                continue;
            yield return new("new", $"Add a {links.Word}", links.New, "plus");
            yield return new("import", $"Import {many}", links.Import, "upload");
        }
        foreach (var entry in AdminFor(viewer))
            yield return entry;
    }

    public bool Answers(string typed) =>
        Text.Contains(typed, StringComparison.CurrentCultureIgnoreCase);
}
