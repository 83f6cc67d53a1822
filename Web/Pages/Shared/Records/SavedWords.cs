using StaffDashboard.Data.Fields;

namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>What was saved, and what a colleague had changed meanwhile.</summary>
static class SavedWords
{
    public static string Of(
        string name,
        IReadOnlyList<Field> changed,
        IReadOnlyList<Field> kept,
        string others
    )
    {
        var done =
            changed.Count == 0
                ? $"No changes saved for {name}. What you typed is in the history"
                : $"Saved {Names(changed)} of {name}";
        return kept.Count == 0
            ? done
            : $"{done}. {others} changed {Names(kept)} meanwhile; that was kept.";
    }

    // "phone, e-mail and notes"
    static string Names(IReadOnlyList<Field> fields)
    {
        var names = fields.Select(field => field.Word).ToList();
        return names.Count == 1
            ? names[0]
            : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
    }
}
