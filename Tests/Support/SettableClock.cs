namespace StaffDashboard.Tests.Support;

/// <summary>The real clock, set forward or back by a test.</summary>
public sealed class SettableClock : TimeProvider
{
    TimeSpan ahead;

    public void Advance(TimeSpan by) => ahead += by;

    public void Set(DateTimeOffset now) => ahead = now - base.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
