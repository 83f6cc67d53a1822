using Hangfire;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Jobs;
using StaffDashboard.Web.Jobs;
using RecurringJob = StaffDashboard.Web.Jobs.RecurringJob;

namespace StaffDashboard.Web.Pages.Admin.Jobs;

/// <summary>A recurring job as it stands now.</summary>
public sealed record JobLine(RecurringJob Job, bool IsPaused, DateTimeOffset? Next, JobRun? Last)
{
    public static async Task<IReadOnlyList<JobLine>> AllAsync(
        Office office,
        JobStorage hangfire,
        CancellationToken stop
    )
    {
        var paused = await JobOrders.Paused(office).ToHashSetAsync(stop);
        var last = await office
            .JobRuns.AsNoTracking()
            .GroupBy(run => run.Job)
            .Select(runs => runs.OrderByDescending(run => run.StartedAt).First())
            .ToDictionaryAsync(run => run.Job, stop);
        using var connection = hangfire.GetConnection();
        var next = connection
            .GetRecurringJobs()
            .ToDictionary(known => known.Id, known => known.NextExecution, StringComparer.Ordinal);
        return
        [
            .. RecurringJobs.All.Select(job => new JobLine(
                job,
                paused.Contains(job.Id),
                next.GetValueOrDefault(job.Id) is { } moment
                    ? new(DateTime.SpecifyKind(moment, DateTimeKind.Utc))
                    : null,
                last.GetValueOrDefault(job.Id)
            )),
        ];
    }
}
