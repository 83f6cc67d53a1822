using StaffDashboard.Data.Measures;

namespace StaffDashboard.Web.Measures.Browsers;

/// <summary>The figures that browsers may tell. A name or label that is not here is refused.</summary>
/// <param name="Most">The largest value that is not nonsense.</param>
sealed record BrowserFigure(
    string Name,
    string[] Labels,
    double Most,
    bool IsCounted,
    bool IsDistributed
)
{
    const double Hour = 3_600_000;
    const double Week = 7 * 24 * 3600;

    internal static readonly string[] States =
    [
        "connecting",
        "live",
        "poor",
        "polling",
        "offline",
        "signed-out",
        "outdated",
    ];

    internal static readonly string[] Causes =
    [
        "line",
        "time-out",
        "validation",
        "conflict",
        "gone",
        "forbidden",
        "too-many",
        "signed-out",
        "fault",
        "database",
        "unknown-outcome",
        "maybe-saved",
        "line-poisoned",
        "other",
    ];

    static readonly string[] None = [""];

    static readonly Dictionary<string, BrowserFigure> All = new BrowserFigure[]
    {
        new(Figure.Confirmed, None, Hour, IsCounted: false, IsDistributed: true),
        new(Figure.Seen, None, Hour, IsCounted: false, IsDistributed: true),
        new(Figure.State, States, 300, IsCounted: false, IsDistributed: false),
        new(Figure.Queue, None, 10_000, IsCounted: false, IsDistributed: false),
        new(Figure.QueueAge, None, Week, IsCounted: false, IsDistributed: false),
        new(Figure.Failed, Causes, 0, IsCounted: true, IsDistributed: false),
        new(Figure.RolledBack, None, 0, IsCounted: true, IsDistributed: false),
        new(Figure.Conflict, None, 0, IsCounted: true, IsDistributed: false),
        new(Figure.Retry, None, 0, IsCounted: true, IsDistributed: false),
        new(Figure.FailedSwap, None, 0, IsCounted: true, IsDistributed: false),
        new(Figure.Refresh, None, 0, IsCounted: true, IsDistributed: false),
        new(Figure.Reconnect, None, 0, IsCounted: true, IsDistributed: false),
    }.ToDictionary(figure => figure.Name, StringComparer.Ordinal);

    internal static BrowserFigure? Find(string? name) =>
        name is null ? null : All.GetValueOrDefault(name);
}
