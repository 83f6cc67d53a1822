using StaffDashboard.Data.Employees;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>What a bulk action did, and why it left somebody out.</summary>
static class BulkWords
{
    public static string Of(BulkForm form, int changed)
    {
        var left = Left(form, changed);
        if (changed == 0)
            return $"Nothing changed: {Reason(form, left)}.";
        return left == 0
            ? Done(form, changed)
            : $"{Done(form, changed)}. {left} left as {(left == 1 ? "it was" : "they were")}: {Reason(form, left)}.";
    }

    /// <summary>What was left as it was is said even where nobody waits for the answer.</summary>
    public static string Kind(BulkForm form, int changed) =>
        changed == 0 ? "bad"
        : Left(form, changed) == 0 ? "good"
        : "attention";

    static int Left(BulkForm form, int changed) => form.Ids.Distinct().Count() - changed;

    public static string People(int count) => count == 1 ? "1 person" : $"{count} people";

    static string Done(BulkForm form, int changed) =>
        form.Action switch
        {
            BulkAction.AddSkill => $"Added {Skill(form)} to {People(changed)}",
            BulkAction.RemoveSkill => $"Removed {Skill(form)} from {People(changed)}",
            BulkAction.Employ =>
                $"Set {People(changed)} to {form.Employment!.Value.Words().ToLowerInvariant()}",
            BulkAction.SetRole => $"Set the role of {People(changed)}",
            BulkAction.Archive => $"Archived {People(changed)}",
            _ => $"Restored {People(changed)}",
        };

    static string Reason(BulkForm form, int left) =>
        form.Action switch
        {
            BulkAction.AddSkill => "has it already, or has as many skills as fit",
            BulkAction.RemoveSkill => left == 1
                ? "this person does not have it"
                : "they do not have it",
            BulkAction.Employ or BulkAction.SetRole =>
                "has it already, or somebody changed it in the meantime",
            BulkAction.Archive => "archived already",
            _ => "active already, or somebody active has the same phone",
        };

    static string Skill(BulkForm form) => SkillList.Read(form.Skill)[0];
}
