using StaffDashboard.Data.Fields;

namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>What is said of a save that has changed nothing: what was wanted is so already.</summary>
static class UnchangedWords
{
    public const string Nothing = "No changes to save.";

    public static string Of(RecordForm form, IReadOnlyCollection<Field> kept, string others) =>
        kept.Count == 0
            ? About(form)
            : $"{About(form)} {others} changed {Labels(kept)} meanwhile; that was kept.";

    static string About(RecordForm form)
    {
        var wanted = form
            .Fields.Where(f => form.Value(f) is { } value && value != form.Was(f))
            .ToList();
        return wanted switch
        {
            [] => Nothing,
            [var one] => $"Nothing to save: {Labels(wanted)} is already {Shown(form, one)}.",
            _ => $"Nothing to save: {Labels(wanted)} are already what you entered.",
        };
    }

    static string Shown(RecordForm form, Field field) =>
        field.InSentence(form.Value(field)!, form.Words) is { Length: > 0 } text ? text : "empty";

    static string Labels(IEnumerable<Field> fields) =>
        string.Join(" and ", fields.Select(f => f.Word));
}
