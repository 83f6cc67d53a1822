namespace StaffDashboard.Web.Pages.Admin.Health;

/// <summary>What the verdict is made of: how things are now, and how the last quarter of an hour went.</summary>
public sealed record HealthFacts
{
    public bool IsKnown { get; init; } = true;
    public DateTimeOffset? LastKnown { get; init; }

    /// <summary>Nothing was ever told: a fresh office.</summary>
    public bool IsFresh { get; init; }
    public int Live { get; init; }
    public int NotLive { get; init; }
    public int Offline { get; init; }

    /// <summary>Without a word: a phone put away, a laptop shut, or a line that is down.</summary>
    public int Silent { get; init; }
    public int SilentNodes { get; init; }
    public int Waiting { get; init; }
    public TimeSpan OldestWaiting { get; init; }
    public double? SeenMs { get; init; }
    public double? LagMs { get; init; }
    public long Saves { get; init; }

    /// <summary>Typing errors are not among them: see <see cref="StaffDashboard.Data.Measures.SaveFailures"/>.</summary>
    public long Failed { get; init; }
    public long Contradictions { get; init; }
    public int Alarms { get; init; }
}
