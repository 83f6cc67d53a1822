using StaffDashboard.Data.Employees.Fields;

namespace StaffDashboard.Web.Pages.Team.Person;

public static class PersonLinks
{
    public const string New = "/team/new";
    public const string NewCheck = "/team/new?handler=Check";

    public static string Details(Guid id) => $"/team/{id}";

    public static string Part(Guid id, string part) => $"/team/{id}?part={part}";

    public static string Edit(Guid id, Section section) => $"/team/{id}/{Word(section)}";

    public static string EditForm(Guid id, Section section) => Edit(id, section) + "?part=form";

    public static string Check(Guid id, Section section) => Edit(id, section) + "?handler=Check";

    /// <summary>What changed since a form was opened: see <see cref="Shared.Conflicts.FormStart"/>.</summary>
    public static string Meanwhile(Guid id, Section section, string start) =>
        $"{Edit(id, section)}?handler=Meanwhile&start={Uri.EscapeDataString(start)}";

    public static string Archive(Guid id) => $"/team/{id}?handler=Archive";

    public static string Restore(Guid id) => $"/team/{id}?handler=Restore";

    public static string Erase(Guid id) => $"/team/{id}/erase";

    public static string History(Guid id, long? before = null) =>
        $"/team/{id}/history" + (before is null ? "" : $"?before={before}");

    public static string HistoryPart(Guid id, long? before) =>
        $"/team/{id}/history?part=list" + (before is null ? "" : $"&before={before}");

    public static string PutBack(Guid id) => $"/team/{id}/history?handler=PutBack";

    /// <summary>What saving a section is called where it is told: never with whom.</summary>
    public static string Act(Section section) => $"Edit the {Word(section)} of a person";

    public static string Element(Section section) => "person-" + Word(section);

    public static string Word(Section section) => section.ToString().ToLowerInvariant();
}
