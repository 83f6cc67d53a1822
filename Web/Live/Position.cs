namespace StaffDashboard.Web.Live;

/// <summary>How far this node has followed the change log, and whether it still does.</summary>
public sealed class Position(TimeProvider time)
{
    // The sweep comes every 250 ms; one that is a second late means that the database cannot be read.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    volatile Reached? last;

    public bool IsCurrent => last is { } reached && time.GetElapsedTime(reached.When) < Patience;

    /// <summary>A mark below which this node has told everything, or null while it cannot say.</summary>
    public Mark? Mark => IsCurrent ? last?.Mark : null;

    public void Reach(Mark mark) => last = new(mark, time.GetTimestamp());

    public void Lose() => last = null;

    sealed record Reached(Mark Mark, long When);
}
