using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Jobs;

namespace StaffDashboard.Data.Reports;

/// <summary>
/// The days whose report was missed whole: the program was off, or could not, from the hour until the next one. Where
/// the job looked and made none, the report was switched off, and nothing was missed.
/// </summary>
public static class MissedReports
{
    public const string Job = "daily-report";

    /// <summary>Longer ago nobody asks.</summary>
    const int Most = 7;

    /// <param name="office">Where they are kept.</param>
    /// <param name="settings">When they go out.</param>
    /// <param name="zone">The office's.</param>
    /// <param name="day">The one that is due now: it is not missed yet.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <returns>The first one first.</returns>
    public static async Task<IReadOnlyList<DateOnly>> BeforeAsync(
        Office office,
        ReportSettings settings,
        TimeZoneInfo zone,
        DateOnly day,
        CancellationToken stop
    )
    {
        // An office that has never had one owes none.
        var last = await office
            .DailyReports.Where(r => r.Day < day)
            .MaxAsync(r => (DateOnly?)r.Day, stop);
        var missed = new List<DateOnly>();
        for (
            var each = day.AddDays(-1);
            each > last && missed.Count < Most;
            each = each.AddDays(-1)
        )
            if (!await WasLookedAtAsync(each))
                missed.Insert(0, each);
        return missed;

        Task<bool> WasLookedAtAsync(DateOnly each)
        {
            var from = settings.DueAt(each.AddDays(1), zone).ToUniversalTime();
            var until = settings.DueAt(each.AddDays(2), zone).ToUniversalTime();
            return office.JobRuns.AnyAsync(
                r =>
                    r.Job == Job
                    && r.Outcome == JobOutcome.Done
                    && r.StartedAt >= from
                    && r.StartedAt < until,
                stop
            );
        }
    }
}
