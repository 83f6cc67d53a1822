using Hangfire;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Jobs;

namespace StaffDashboard.Web.Jobs;

/// <summary>What an Admin wants of a job: written down first, then done. What is paused is read out of the orders.</summary>
public sealed class JobOrders(
    IServiceScopeFactory scopes,
    IBackgroundJobClient hangfire,
    TimeProvider clock
)
{
    // Who gives an order also starts the job, a moment later; and after a day somebody has given it again.
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Long = TimeSpan.FromDays(1);
    static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(2);

    /// <summary>In the name of the viewer of this context.</summary>
    public async Task GiveAsync(
        Office office,
        RecurringJob job,
        JobWish wish,
        Func<Task> settle,
        CancellationToken stop
    )
    {
        office.JobOrders.Add(
            new()
            {
                Job = job.Id,
                Wish = wish,
                At = clock.GetUtcNow(),
            }
        );
        await office.SaveChangesAsync(stop);
        // Hangfire takes no part in our transaction.
        await settle();
        if (wish is JobWish.Run)
            Start(job);
    }

    /// <summary>Starts what was ordered of a node that died before it could. Twice does no harm.</summary>
    internal async Task SweepAsync(CancellationToken stop)
    {
        await using var scope = scopes.AsProgram();
        var office = scope.ServiceProvider.GetRequiredService<Office>();
        var now = clock.GetUtcNow();
        var left = await office
            .JobOrders.Where(o => o.Wish == JobWish.Run && o.At > now - Long && o.At < now - Soon)
            // Any run since does what was ordered.
            .Where(o =>
                !office.JobRuns.Any(r => r.Job == o.Job && r.StartedAt >= o.At - ClocksDiffer)
            )
            .Select(o => o.Job)
            .Distinct()
            .ToListAsync(stop);
        foreach (var job in left)
            if (RecurringJobs.Find(job) is { } known)
                Start(known);
    }

    public static IQueryable<string> Paused(Office office) =>
        office
            .JobOrders.Where(o => o.Wish == JobWish.Pause)
            .Where(o =>
                !office.JobOrders.Any(later =>
                    later.Job == o.Job && later.Wish == JobWish.Resume && later.At > o.At
                )
            )
            .Select(o => o.Job)
            .Distinct();

    // Not as the recurring job that may be paused.
    void Start(RecurringJob job) =>
        hangfire.Enqueue<JobRunner>(
            job.Id,
            runner => runner.RunAsync(job.Id, CancellationToken.None)
        );
}
