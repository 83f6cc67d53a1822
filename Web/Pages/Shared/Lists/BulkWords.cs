using StaffDashboard.Data.Records;

namespace StaffDashboard.Web.Pages.Shared.Lists;

/// <summary>What a bulk action did, and why it left some out.</summary>
static class BulkWords
{
    public static string Of(RecordType type, BulkResult result, int asked)
    {
        var left = asked - result.Changed;
        var reason = result.Reason(left == 1);
        if (result.Changed == 0)
            return $"Nothing changed: {reason}.";
        var done = result.Done(type.Count(result.Changed));
        return left == 0
            ? done
            : $"{done}. {left} left as {(left == 1 ? "it was" : "they were")}: {reason}.";
    }

    /// <summary>What was left as it was is said even where nobody waits for the answer.</summary>
    public static string Kind(BulkResult result, int asked) =>
        result.Changed == 0 ? "bad"
        : result.Changed == asked ? "good"
        : "attention";
}
