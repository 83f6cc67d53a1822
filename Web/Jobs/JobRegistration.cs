using Hangfire;
using Hangfire.Storage;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Jobs;

/// <summary>
/// Registers the recurring jobs with Hangfire, beside the program, which never waits for it. Every minute again: during
/// a deployment a server of an older version removes what it does not know.
/// </summary>
sealed class JobRegistration(
    JobStorage storage,
    IRecurringJobManager hangfire,
    JobOrders orders,
    JobZone zone,
    TimeProvider clock,
    ILogger<JobRegistration> log
) : Background
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    bool isStarted;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var isFine = await TryAsync(stoppingToken);
            await Task.Delay(isFine ? Minute : Soon, clock, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Whatever it was, it is tried again: a server that gave up would leave its work to the others for ever.
    async Task<bool> TryAsync(CancellationToken stop)
    {
        try
        {
            if (!isStarted)
                RemoveUnlisted();
            foreach (var job in RecurringJobs.All)
                Register(job);
            if (!isStarted)
                foreach (var job in RecurringJobs.All.Where(job => job.AtStart))
                    hangfire.Trigger(job.Id);
            isStarted = true;
            await orders.SweepAsync(stop);
            return true;
        }
        catch (Exception failed) when (!stop.IsCancellationRequested)
        {
            log.LogWarning(
                "The recurring jobs cannot be registered; trying again in 5 seconds: {Problem}",
                failed.Message
            );
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    void RemoveUnlisted()
    {
        using var connection = storage.GetConnection();
        foreach (var known in connection.GetRecurringJobs())
            if (RecurringJobs.Find(known.Id) is null)
                hangfire.RemoveIfExists(known.Id);
    }

    // What is stored already and the same stays as it is, with the time that was missed.
    void Register(RecurringJob job) =>
        hangfire.AddOrUpdate<JobRunner>(
            job.Id,
            job.Id,
            runner => runner.RunAsync(job.Id, CancellationToken.None),
            job.Schedule.Cron,
            new RecurringJobOptions
            {
                TimeZone = zone.Zone,
                MisfireHandling = job.SkipsMissed
                    ? MisfireHandlingMode.Ignorable
                    : MisfireHandlingMode.Relaxed,
            }
        );
}
