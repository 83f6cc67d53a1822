using StaffDashboard.Data.Measures;

namespace StaffDashboard.Web.Pages.Admin.Health;

/// <summary>All figures of the page, in their order. A further one is one line here.</summary>
public static class HealthFigures
{
    const int MostKinds = 5;

    public static readonly HealthFigure Seen = Latency(
        "seen",
        "Save to visible",
        "From a saved change until others see it",
        Figure.Seen
    );

    public static readonly HealthFigure Contradictions = new(
        "contradictions",
        "Contradictions",
        "",
        "Two places said different things of the same",
        Better.Lower,
        [],
        _ => null
    )
    {
        IsPersonal = false,
    };

    public static readonly HealthFigure Waiting = new(
        "waiting",
        "Waiting changes",
        "",
        "The most that waited in one browser",
        Better.Lower,
        [Figure.Queue, Figure.QueueAge],
        totals => totals.Count(Figure.Queue) > 0 ? totals.Max(Figure.Queue) : null
    );

    public static readonly HealthFigure Connections = new(
        "connections",
        "Connections",
        "",
        "Open connections, on average",
        Better.Neither,
        [Figure.Connections],
        totals => totals.Mean(Figure.Connections)
    )
    {
        Lines = whole =>
            Kinds(
                whole,
                Figure.Connections,
                (totals, label) => totals.Mean(Figure.Connections, label)
            ),
        IsPersonal = false,
    };

    public static readonly HealthFigure Errors = new(
        "errors",
        "Failed saves",
        "",
        "Saves that failed for good, by kind",
        Better.Lower,
        [Figure.Failed, Figure.Confirmed],
        totals => totals.Count(Figure.Failed)
    )
    {
        Lines = whole =>
            Kinds(whole, Figure.Failed, (totals, label) => totals.Count(Figure.Failed, label)),
    };

    public static readonly HealthFigure Success = new(
        "success",
        "Saves that went well",
        "%",
        "Of all saves",
        Better.Higher,
        [Figure.Confirmed, Figure.Failed],
        totals => Share(totals.Count(Figure.Confirmed), totals.Count(Figure.Failed))
    );

    public static IReadOnlyList<HealthFigure> All { get; } =
    [
        Connections,
        Seen,
        Latency(
            "confirmed",
            "Save to confirmed",
            "From a press until it is saved",
            Figure.Confirmed
        ),
        Success,
        Errors,
        new(
            "live",
            "Time live",
            "%",
            "Of the time that pages were open",
            Better.Higher,
            [Figure.State],
            totals =>
                Share(Seconds(totals, "live"), Seconds(totals, null) - Seconds(totals, "live"))
        )
        {
            Lines = whole =>
                Kinds(
                    whole,
                    Figure.State,
                    (t, label) => Share(Seconds(t, label), Seconds(t, null) - Seconds(t, label))
                ),
        },
        Count("reconnects", "Reconnects", "A line broke and came back", Figure.Reconnect),
        Count("retries", "Sent again", "Saves that needed another try", Figure.Retry),
        Count("conflicts", "Conflicts", "Two people changed the same", Figure.Conflict),
        Count("rollbacks", "Taken back", "Shown at once, then refused", Figure.RolledBack),
        Count("refreshes", "Refreshed by hand", "Somebody pressed Refresh now", Figure.Refresh),
        Waiting,
        Contradictions,
        Count(
            "failed-swaps",
            "Sections not drawn",
            "A change could not be shown",
            Figure.FailedSwap
        ),
        Latency("lag", "Change-log lag", "From a commit until it is announced", Figure.Lag) with
        {
            IsPersonal = false,
        },
        new(
            "cache",
            "Served from memory",
            "%",
            "Sections that needed no query",
            Better.Higher,
            [Figure.Fragment],
            totals =>
                Share(
                    totals.Count(Figure.Fragment, "hit"),
                    totals.Count(Figure.Fragment) - totals.Count(Figure.Fragment, "hit")
                )
        )
        {
            IsPersonal = false,
        },
    ];

    public static IReadOnlyList<string> Names { get; } =
    [.. All.SelectMany(figure => figure.Names).Distinct(StringComparer.Ordinal)];

    public static HealthFigure Of(string? key) =>
        All.FirstOrDefault(figure => figure.Key == key) ?? Seen;

    static HealthFigure Latency(string key, string title, string what, string name) =>
        new(
            key,
            title,
            "ms",
            what,
            Better.Lower,
            [name],
            totals => totals.Percentile(name, 0.95) ?? totals.Mean(name)
        )
        {
            Lines = whole =>
                whole.Percentile(name, 0.5) is null
                    ?
                    [
                        new("On average", t => t.Mean(name)),
                        new("Longest", t => Measured(t, name)?.Max(name)),
                    ]
                    :
                    [
                        new("Half within", t => t.Percentile(name, 0.5)),
                        new("95 % within", t => t.Percentile(name, 0.95)),
                        new("99 % within", t => t.Percentile(name, 0.99)),
                    ],
        };

    static HealthFigure Count(string key, string title, string what, string name) =>
        new(key, title, "", what, Better.Lower, [name], totals => totals.Count(name));

    static List<FigureLine> Kinds(Totals whole, string name, Func<Totals, string, double?> value) =>
        [
            .. whole
                .ByLabel(name)
                .Take(MostKinds)
                .Select(kind => new FigureLine(
                    HealthWords.Label(name, kind.Label),
                    totals => value(totals, kind.Label)
                )),
        ];

    static Totals? Measured(Totals totals, string name) => totals.Count(name) > 0 ? totals : null;

    static double Seconds(Totals totals, string? state) => totals.Sum(Figure.State, state);

    static double? Share(double good, double rest) =>
        good + rest > 0 ? 100 * good / (good + rest) : null;
}
