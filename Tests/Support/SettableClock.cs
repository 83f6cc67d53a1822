namespace StaffDashboard.Tests.Support;

/// <summary>The real clock, set forward or back by a test, or stopped for what counts seconds on a slow machine.</summary>
public sealed class SettableClock : TimeProvider
{
    TimeSpan ahead;
    DateTimeOffset? frozen;

    public void Advance(TimeSpan by)
    {
        ahead += by;
        frozen += by;
    }

    public void Set(DateTimeOffset now)
    {
        ahead = now - base.GetUtcNow();
        if (frozen is not null)
            frozen = now;
    }

    /// <summary>From now on time passes only as the test says; timers and elapsed times go on.</summary>
    public void Freeze() => frozen = GetUtcNow();

    public override DateTimeOffset GetUtcNow() => frozen ?? base.GetUtcNow() + ahead;
}
