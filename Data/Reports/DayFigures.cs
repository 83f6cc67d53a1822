namespace StaffDashboard.Data.Reports;

/// <summary>How one day went, in numbers. What was not measured is null, never zero.</summary>
public sealed record DayFigures
{
    /// <summary>Requests that were counted at all: none means that nobody measured, not that all was well.</summary>
    public long Requests { get; init; }

    /// <summary>Saves that were confirmed, and milliseconds until then.</summary>
    public long Confirmed { get; init; }
    public double? ConfirmedMean { get; init; }
    public double? ConfirmedP95 { get; init; }

    /// <summary>Milliseconds until a change was to be seen by others.</summary>
    public double? SeenMean { get; init; }
    public double? SeenP95 { get; init; }
    public long Conflicts { get; init; }
    public long RolledBack { get; init; }
    public long Retries { get; init; }
    public long Inconsistencies { get; init; }
    public long Problems { get; init; }
    public long Runs { get; init; }
    public long FailedRuns { get; init; }
    public long Alarms { get; init; }
    public long LettersSent { get; init; }
    public long LettersFailed { get; init; }

    /// <summary>Saves that failed for good, and requests that went wrong on the server: cause and how often.</summary>
    public Dictionary<string, long> FailedSaves { get; init; } = [];
    public Dictionary<string, long> FailedRequests { get; init; } = [];
    public List<SlowOperation> Slowest { get; init; } = [];

    public long Failed => FailedSaves.Values.Sum();
    public long Syncs => Confirmed + Failed;
    public double? SuccessRate => Syncs == 0 ? null : (double)Confirmed / Syncs;
}

public sealed record SlowOperation(string Name, long Count, double Mean, double? P95, double Max);
