using StaffDashboard.Data.Employees.Fields;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Team.Person;

/// <summary>What is said of a save that has changed nothing: what was wanted is so already.</summary>
static class UnchangedWords
{
    public static string Of(
        PersonForm form,
        IReadOnlyCollection<EmployeeField> kept,
        string others
    ) =>
        kept.Count == 0
            ? About(form)
            : $"{About(form)} {others} changed {Labels(kept)} meanwhile; that was kept.";

    static string About(PersonForm form)
    {
        var wanted = form
            .Fields.Where(f => form.Value(f) is { } value && value != form.Was(f))
            .ToList();
        return wanted switch
        {
            [] => SmallFormPage.Unchanged,
            [var one] => $"Nothing to save: {Labels(wanted)} is already {Shown(form, one)}.",
            _ => $"Nothing to save: {Labels(wanted)} are already what you entered.",
        };
    }

    static string Shown(PersonForm form, EmployeeField field) =>
        field.Show(form.Value(field)!, form.Words) is { Length: > 0 } text ? text : "empty";

    static string Labels(IEnumerable<EmployeeField> fields) =>
        string.Join(" and ", fields.Select(f => f.Label.ToLowerInvariant()));
}
