using StaffDashboard.Data.Employees.Fields;

namespace StaffDashboard.Web.Pages.Team.Person;

/// <summary>What was saved, and what a colleague had changed meanwhile.</summary>
static class SavedWords
{
    public static string Of(Saved saved, string others)
    {
        var done =
            saved.Changed.Count == 0
                ? $"Nothing of {saved.Person.Name} was changed. What you typed is in the history"
                : $"Saved {Names(saved.Changed)} of {saved.Person.Name}";
        return saved.Kept.Count == 0
            ? done
            : $"{done}. {others} changed {Names(saved.Kept)} meanwhile; that was kept.";
    }

    // "phone, e-mail and notes"
    static string Names(IReadOnlyList<EmployeeField> fields)
    {
        var names = fields.Select(field => field.Label.ToLowerInvariant()).ToList();
        return names.Count == 1
            ? names[0]
            : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
    }
}
