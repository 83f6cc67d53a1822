using System.Globalization;
using Humanizer;
using StaffDashboard.Data.Reports;

namespace StaffDashboard.Web.Messaging.Reports;

/// <summary>Puts the figures of a day into words, beside those of the day before and the mean of the week before.</summary>
static class ComposeReport
{
    const int MostRows = 20;
    const int LongestName = 80;

    static readonly string[] Compared = ["This day", "Day before", "Mean of 7 days"];

    static readonly (
        string Label,
        Func<DayFigures, double?> Of,
        Func<double?, string> Show
    )[] Lines =
    [
        ("Saves", day => day.Syncs, ReportNumber.Count),
        ("Saves that went well", day => day.SuccessRate, ReportNumber.Share),
        ("Time to confirm a save, mean", day => day.ConfirmedMean, ReportNumber.Milliseconds),
        (
            "Time to confirm a save, 95 of 100 under",
            day => day.ConfirmedP95,
            ReportNumber.Milliseconds
        ),
        ("Time until others see it, mean", day => day.SeenMean, ReportNumber.Milliseconds),
        (
            "Time until others see it, 95 of 100 under",
            day => day.SeenP95,
            ReportNumber.Milliseconds
        ),
        ("Conflicts", day => day.Conflicts, ReportNumber.Count),
        ("Changes taken back", day => day.RolledBack, ReportNumber.Count),
        ("Saves sent again", day => day.Retries, ReportNumber.Count),
        ("Inconsistencies", day => day.Inconsistencies, ReportNumber.Count),
    ];

    static readonly (string Label, string Page, Func<DayFigures, double?> Of)[] Besides =
    [
        ("Problems reported", "/admin/problems", day => day.Problems),
        ("Job runs", "/admin/jobs", day => day.Runs),
        ("Job runs that failed", "/admin/jobs", day => day.FailedRuns),
        ("Alarms", "/admin/alerts", day => day.Alarms),
        ("Letters sent", "/admin/outbox", day => day.LettersSent),
        ("Letters not sent", "/admin/outbox", day => day.LettersFailed),
    ];

    /// <param name="office">Its name.</param>
    /// <param name="site">Where the pages are.</param>
    /// <param name="day">The day told of.</param>
    /// <param name="figures">Its figures.</param>
    /// <param name="before">Those of the seven days before, the latest first.</param>
    /// <param name="note">Such as that it comes late.</param>
    public static ReportLetter Of(
        string office,
        Uri site,
        DateOnly day,
        DayFigures figures,
        IReadOnlyList<DayFigures> before,
        string? note = null
    )
    {
        var (verdict, isAllClear) = ReportVerdict.Of(figures);
        var date = day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);
        var health = new Uri(site, "/admin/sync-health?period=7d");
        return new(
            HeaderText.OneLine(
                $"{verdict} · {day.ToString("ddd d MMM", CultureInfo.InvariantCulture)} · {office}"
            ),
            $"Sync health of {office}, {date}",
            verdict + ".",
            isAllClear,
            note,
            [
                new(
                    "Sync",
                    health,
                    ["", .. Compared],
                    [.. Lines.Select(line => Row(line.Label, line.Of, line.Show))],
                    ""
                ),
                new(
                    "Besides",
                    new(site, "/admin/jobs"),
                    ["", .. Compared],
                    [.. Besides.Select(line => Row(line.Label, line.Of, ReportNumber.Count))],
                    ""
                ),
                Causes("Saves that failed, by cause", day => day.FailedSaves),
                Causes("Requests that failed, by cause", day => day.FailedRequests),
                Slowest(figures, health),
            ]
        );

        IReadOnlyList<string> Row(
            string label,
            Func<DayFigures, double?> of,
            Func<double?, string> show
        ) =>
            [
                label,
                show(of(figures)),
                show(before.Count == 0 || before[0].Requests == 0 ? null : of(before[0])),
                show(Mean(before.Where(each => each.Requests > 0).Select(of))),
            ];

        ReportTable Causes(string title, Func<DayFigures, Dictionary<string, long>> of) =>
            new(
                title,
                health,
                ["Cause", .. Compared],
                [
                    .. of(figures)
                        .OrderByDescending(cause => cause.Value)
                        .ThenBy(cause => cause.Key, StringComparer.Ordinal)
                        .Take(MostRows)
                        .Select(cause =>
                            Row(
                                CauseWords.Of(cause.Key).Truncate(LongestName),
                                each => of(each).GetValueOrDefault(cause.Key),
                                ReportNumber.Count
                            )
                        ),
                ],
                "None."
            );
    }

    static ReportTable Slowest(DayFigures figures, Uri link) =>
        new(
            "Slowest operations",
            link,
            ["Operation", "Times", "Mean", "95 of 100 under", "Longest"],
            [
                .. figures.Slowest.Select(
                    IReadOnlyList<string> (operation) =>
                        [
                            operation.Name.Truncate(LongestName),
                            ReportNumber.Count(operation.Count),
                            ReportNumber.Milliseconds(operation.Mean),
                            ReportNumber.Milliseconds(operation.P95),
                            ReportNumber.Milliseconds(operation.Max),
                        ]
                ),
            ],
            "None were measured."
        );

    /// <summary>Over the days of which something is known. To the tenth: a mean of counts is no count.</summary>
    static double? Mean(IEnumerable<double?> values)
    {
        var known = values.OfType<double>().ToList();
        return known.Count == 0 ? null : known.Average();
    }
}
