using StaffDashboard.Data.Measures;

namespace StaffDashboard.Web.Pages.Admin.Health;

/// <summary>All figures of the page, in their order. A further one is one line here, one of the server in <see cref="ServerFigures"/>.</summary>
public static class HealthFigures
{
    public static readonly HealthFigure Seen = HealthFigure.Latency(
        "seen",
        "Save to visible",
        "From a saved change until others see it",
        Figure.Seen
    ) with
    {
        IsHeadline = true,
    };

    public static readonly HealthFigure Contradictions = new(
        "contradictions",
        "Data mismatches",
        "",
        "Two parts of the app showed different values",
        Better.Lower,
        [],
        _ => null
    )
    {
        IsHeadline = true,
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
    )
    {
        IsHeadline = true,
    };

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
            FigureLine.Kinds(
                whole,
                Figure.Connections,
                (totals, label) => totals.Mean(Figure.Connections, label)
            ),
        IsHeadline = true,
        IsPersonal = false,
    };

    public static readonly HealthFigure Errors = new(
        "errors",
        "Failed saves",
        "",
        "Saves that failed for good, by kind",
        Better.Lower,
        [Figure.Failed, Figure.Confirmed],
        totals => SaveFailures.Count(totals)
    )
    {
        Lines = whole => FigureLine.KindsCounted(whole, Figure.Failed, SaveFailures.Answers),
        Note = totals =>
            HealthWords.Shares(totals, Figure.Failed, Saves(totals), SaveFailures.Answers)
            + Answered(SaveFailures.Answered(totals)),
    };

    public static readonly HealthFigure Success = new(
        "success",
        "Saves that went well",
        "%",
        "Of all saves",
        Better.Higher,
        [Figure.Confirmed, Figure.Failed],
        totals => Share(totals.Count(Figure.Confirmed), SaveFailures.Count(totals))
    )
    {
        IsHeadline = true,
        Note = totals =>
            $"{Amount.Of(SaveFailures.Count(totals), "")} of {Amount.Of(Saves(totals), "")} failed",
    };

    public static IReadOnlyList<HealthFigure> All { get; } =
    [
        Connections,
        Seen,
        HealthFigure.Latency(
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
                FigureLine.Kinds(
                    whole,
                    Figure.State,
                    (t, label) => Share(Seconds(t, label), Seconds(t, null) - Seconds(t, label))
                ),
        },
        HealthFigure.Count(
            "reconnects",
            "Reconnects",
            "A line broke and came back",
            Figure.Reconnect
        ),
        HealthFigure.Count("retries", "Sent again", "Saves that needed another try", Figure.Retry),
        HealthFigure.Count(
            "conflicts",
            "Conflicts",
            "Two people changed the same",
            Figure.Conflict
        ),
        HealthFigure.Count(
            "rollbacks",
            "Taken back",
            "Shown at once, then refused",
            Figure.RolledBack
        ),
        HealthFigure.Count(
            "refreshes",
            "Refreshed by hand",
            "Somebody pressed Refresh now",
            Figure.Refresh
        ),
        Waiting,
        Contradictions,
        HealthFigure.Count(
            "failed-swaps",
            "Sections not drawn",
            "A change could not be shown",
            Figure.FailedSwap
        ),
        .. ServerFigures.All,
    ];

    public static IReadOnlyList<string> Names { get; } =
    [.. All.SelectMany(figure => figure.Names).Distinct(StringComparer.Ordinal)];

    public static HealthFigure Of(string? key) =>
        All.FirstOrDefault(figure => figure.Key == key) ?? Seen;

    static long Saves(Totals totals) => totals.Count(Figure.Confirmed) + SaveFailures.Count(totals);

    static string Answered(long count) =>
        count switch
        {
            0 => "",
            1 => " · 1 form was refused",
            _ => $" · {Amount.Of(count, "")} forms were refused",
        };

    static double Seconds(Totals totals, string? state) => totals.Sum(Figure.State, state);

    internal static double? Share(double good, double rest) =>
        good + rest > 0 ? 100 * good / (good + rest) : null;
}
