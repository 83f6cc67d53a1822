using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Jobs;

namespace StaffDashboard.Web.Jobs.Works;

/// <summary>Good runs of what comes every few minutes would soon be all that there is to see.</summary>
sealed class ForgetRuns(Office office, TimeProvider clock) : IJob
{
    const int KeptDays = 90;
    const int FrequentKeptDays = 7;

    public async Task<string> RunAsync(CancellationToken stop)
    {
        var old = clock.GetUtcNow().AddDays(-KeptDays);
        var week = clock.GetUtcNow().AddDays(-FrequentKeptDays);
        string[] frequent =
        [
            .. RecurringJobs.All.Where(job => job.Schedule.IsFrequent).Select(job => job.Id),
        ];
        return Remark.Deleted(
            await office
                .JobRuns.Where(r =>
                    r.StartedAt < old
                    || (
                        r.StartedAt < week
                        && r.Outcome == JobOutcome.Done
                        && frequent.Contains(r.Job)
                    )
                )
                .ExecuteDeleteAsync(stop),
            "run"
        );
    }
}
