namespace StaffDashboard.Tests.Web.Live;

/// <summary>Time passes when a test says so.</summary>
sealed class StoppedClock : TimeProvider
{
    readonly List<Alarm> alarms = [];
    long now;

    public override long GetTimestamp() => now;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + GetElapsedTime(0, now);

    // Short ones run by the real clock: what waits for a sweep must not wait for a test.
    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        if (dueTime < TimeSpan.FromSeconds(5))
            return base.CreateTimer(callback, state, dueTime, period);
        var alarm = new Alarm(() => callback(state), GetUtcNow() + dueTime);
        lock (alarms)
        {
            alarms.Add(alarm);
        }
        return alarm;
    }

    public void Pass(TimeSpan time)
    {
        now += time.Ticks * TimestampFrequency / TimeSpan.TicksPerSecond;
        foreach (var alarm in alarms.Where(alarm => alarm.At <= GetUtcNow()).ToList())
            alarm.Ring();
    }

    sealed class Alarm(Action ring, DateTimeOffset at) : ITimer
    {
        bool isOver;

        public DateTimeOffset At => at;

        public void Ring()
        {
            if (!isOver)
                ring();
            isOver = true;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => !isOver;

        public void Dispose() => isOver = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
