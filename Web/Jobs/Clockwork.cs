using Quartz;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Jobs;

/// <summary>
/// Starts this node's share of the work beside the program, which never waits for it, and looks after the timetable.
/// While the database is away Quartz tries again by itself; at the start that is done here.
/// </summary>
sealed class Clockwork(
    ISchedulerFactory schedulers,
    Timetable timetable,
    JobOrders orders,
    Node node,
    IHostApplicationLifetime program,
    TimeProvider clock,
    ILogger<Clockwork> log
) : Background
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    bool isStarted;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await ProgramHasStartedAsync(stoppingToken))
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            var isFine = await TryAsync(stoppingToken);
            await Task.Delay(isFine ? Minute : Soon, clock, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (var scheduler in await schedulers.GetAllSchedulers(cancellationToken))
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    // Whatever it was, it is tried again: a node that gave up would leave its work to the others for ever.
    async Task<bool> TryAsync(CancellationToken stop)
    {
        try
        {
            var paused = await orders.PausedAsync(stop);
            if (isStarted)
                await timetable.MendAsync(paused, stop);
            else
                await StartAsync(paused, stop);
            await orders.SweepAsync(stop);
            return true;
        }
        catch (Exception failed) when (!stop.IsCancellationRequested)
        {
            log.LogWarning(failed, "The timetable cannot be read; trying again");
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    async Task StartAsync(HashSet<string> paused, CancellationToken stop)
    {
        await timetable.BringInStepAsync(paused, stop);
        var scheduler = await schedulers.GetScheduler(stop);
        await scheduler.Start(stop);
        isStarted = true;
        await timetable.FireAtStartAsync(node.Id, stop);
    }

    async Task<bool> ProgramHasStartedAsync(CancellationToken stop)
    {
        var started = new TaskCompletionSource();
        await using var told = program.ApplicationStarted.Register(started.SetResult);
        await using var left = stop.Register(started.SetCanceled);
        await ((Task)started.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stop.IsCancellationRequested;
    }
}
