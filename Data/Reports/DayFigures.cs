using StaffDashboard.Data.Measures;

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

    /// <summary>The few to look at, of those that are counted above.</summary>
    public List<Happening> WorstAlarms { get; init; } = [];
    public List<Happening> WorstJobs { get; init; } = [];
    public List<Happening> LatestProblems { get; init; } = [];

    /// <summary>Of a day without measurements nothing is known: no figure of it is zero.</summary>
    public bool IsMeasured => Requests > 0;

    /// <summary>What is counted in tables is known when the program ran at all.</summary>
    public bool IsCounted => IsMeasured || Runs > 0;

    /// <summary>Forms with typing errors are not among them.</summary>
    public long Failed =>
        FailedSaves.Where(cause => !SaveFailures.Answers.Contains(cause.Key)).Sum(c => c.Value);
    public long Syncs => Confirmed + Failed;
    public double? SuccessRate => Syncs == 0 ? null : (double)Confirmed / Syncs;
}

/// <param name="What">Its name: an alarm's, a job's, the page of a problem.</param>
/// <param name="Key">Of the row it tells of; of a job the name.</param>
/// <param name="At">When it began; of several the last.</param>
/// <param name="Lasted">Null: it was not over yet.</param>
/// <param name="Times">How often.</param>
public sealed record Happening(
    string What,
    string Key,
    DateTimeOffset At,
    TimeSpan? Lasted,
    long Times = 1
);

public sealed record SlowOperation(string Name, long Count, double Mean, double? P95, double Max);
