namespace StaffDashboard.Web.Live;

/// <summary>How far this node has followed the change log, and whether it still does.</summary>
public sealed class Position(TimeProvider time)
{
    // The sweep comes every 250 ms; one that is a second late means that the database cannot be read.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    volatile Reached? _reached;

    public bool IsCurrent =>
        _reached is { } reached && time.GetElapsedTime(reached.When) < Patience;

    /// <summary>A mark below which this node has told everything, or null while it cannot say.</summary>
    public Mark? Mark => IsCurrent ? _reached?.Mark : null;

    public void Reach(Mark mark) => _reached = new(mark, time.GetTimestamp());

    public void Lose() => _reached = null;

    sealed record Reached(Mark Mark, long When);
}
