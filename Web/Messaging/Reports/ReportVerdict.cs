using StaffDashboard.Data;
using StaffDashboard.Data.Reports;

namespace StaffDashboard.Web.Messaging.Reports;

/// <summary>What a day's figures come to, in one sentence.</summary>
static class ReportVerdict
{
    const double Slow = 2000;
    const double Enough = 0.99;

    public static (string Text, bool IsAllClear) Of(DayFigures day)
    {
        if (day.Requests == 0)
            return ("Nothing was measured on this day", false);
        var concerns = Concerns(day).ToList();
        return concerns.Count == 0
            ? ("All clear", true)
            : (char.ToUpperInvariant(concerns[0][0]) + string.Join(", ", concerns)[1..], false);
    }

    static IEnumerable<string> Concerns(DayFigures day)
    {
        if (day.Alarms > 0)
            yield return CountText.Of(day.Alarms, "alarm");
        if (day.SuccessRate < Enough)
            yield return $"{ReportNumber.Count(day.Failed)} of {ReportNumber.Count(day.Syncs)} saves failed";
        if (Faults(day) is > 0 and var faults)
            yield return CountText.Of(faults, "fault") + " of the program";
        if (day.SeenMean > Slow)
            yield return $"changes took {ReportNumber.Milliseconds(day.SeenMean)} to show";
        if (day.Inconsistencies > 0)
            yield return CountText.Of(day.Inconsistencies, "inconsistency", "inconsistencies");
        if (day.FailedRuns > 0)
            yield return CountText.Of(day.FailedRuns, "failed job");
        if (day.LettersFailed > 0)
            yield return CountText.Of(day.LettersFailed, "letter") + " not sent";
        if (day.Problems > 0)
            yield return CountText.Of(day.Problems, "problem") + " reported";
    }

    static long Faults(DayFigures day) =>
        day.FailedRequests.GetValueOrDefault("fault")
        + day.FailedRequests.GetValueOrDefault("database")
        + day.FailedRequests.GetValueOrDefault("time-out");
}
