using Npgsql;

namespace StaffDashboard.Web.Live;

/// <summary>Follows the change log of one node, for ever.</summary>
public sealed class ChangeReader(
    NpgsqlDataSource database,
    ChangeFeed feed,
    Position position,
    CatchUp catchUp,
    TimeProvider time,
    ILogger<ChangeReader> log
) : Background
{
    static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);
    static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    string epoch = "";
    Told told = new(0);
    ulong floor;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var changes = await ChangeLog.OpenAsync(database, stoppingToken);
                await TakeUpAsync(changes, stoppingToken);
                pause = TimeSpan.Zero;
                await FollowAsync(changes, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            // Whatever it was: a reader that dies leaves a node that never again tells anybody anything.
            catch (Exception broken)
            {
                position.Lose();
                log.LogWarning(broken, "The change log cannot be read; trying again");
                await Task.Delay(pause, time, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = Longer(pause);
            }
        }
    }

    async Task TakeUpAsync(ChangeLog changes, CancellationToken stop)
    {
        var start = await changes.StartAsync(stop);
        if (start.Epoch != epoch)
        {
            var isFirst = epoch.Length == 0;
            told = new Told(start.Xmin);
            told.StartAbove(start.Highest);
            epoch = start.Epoch;
            if (!isFirst)
            {
                feed.TellEverything();
            }
        }
        await SweepAsync(changes, stop);
    }

    async Task FollowAsync(ChangeLog changes, CancellationToken stop)
    {
        var (sweptAt, every) = (time.GetTimestamp(), Idle);
        while (true)
        {
            var rung = await changes.HearsBellAsync(every - time.GetElapsedTime(sweptAt), stop);
            var mustSweep = catchUp.IsAwaited || time.GetElapsedTime(sweptAt) >= every;
            if (rung && !mustSweep)
            {
                Tell(await changes.AfterAsync(told.Highest, stop));
                every = Busy;
                // Whoever was told asks in a moment, and would have to wait until memory can be trusted.
                mustSweep = catchUp.IsDue && time.GetElapsedTime(sweptAt) >= Soon;
            }
            if (mustSweep)
            {
                every = await SweepAsync(changes, stop) || rung ? Busy : Idle;
                sweptAt = time.GetTimestamp();
            }
        }
    }

    async Task<bool> SweepAsync(ChangeLog changes, CancellationToken stop)
    {
        var asked = catchUp.Asked;
        var sweep = await changes.SweepAsync(told.Cursor, stop);
        if (sweep.Floor >= told.Cursor && sweep.Floor != floor)
        {
            floor = sweep.Floor;
            feed.TellEverything();
        }
        var isBusy = Tell(sweep.Rows);
        told.MoveTo(sweep.Xmin);
        // Only now: a page that reads this mark must be able to trust that all below it has been told.
        position.Reach(new Mark(epoch, told.Cursor));
        catchUp.Reach(asked);
        return isBusy;
    }

    bool Tell(List<Change> rows)
    {
        var unseen = told.Unseen(rows);
        if (unseen.Count > 0)
        {
            feed.Tell(unseen);
        }
        return unseen.Count > 0;
    }

    static TimeSpan Longer(TimeSpan pause) =>
        pause == TimeSpan.Zero ? Busy
        : pause * 2 < LongestPause ? pause * 2
        : LongestPause;
}
