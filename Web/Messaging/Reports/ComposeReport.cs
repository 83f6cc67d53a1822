using System.Globalization;
using Humanizer;
using StaffDashboard.Data;
using StaffDashboard.Data.Measures;
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

    static readonly (string Label, Func<DayFigures, double?> Of)[] Besides =
    [
        ("Problems reported", day => day.Problems),
        ("Job runs", day => day.Runs),
        ("Job runs that failed", day => day.FailedRuns),
        ("Alarms", day => day.Alarms),
        ("Letters sent", day => day.LettersSent),
        ("Letters not sent", day => day.LettersFailed),
    ];

    /// <param name="office">Its name.</param>
    /// <param name="site">Where the pages are.</param>
    /// <param name="day">The day told of.</param>
    /// <param name="figures">Its figures.</param>
    /// <param name="before">Those of the seven days before, the latest first.</param>
    /// <param name="lateness">Why it comes late; null when it does not.</param>
    public static ReportLetter Of(
        string office,
        Uri site,
        TimeZoneInfo zone,
        DateOnly day,
        DayFigures figures,
        IReadOnlyList<DayFigures> before,
        string? lateness = null
    )
    {
        var (verdict, isAllClear) = ReportVerdict.Of(figures);
        var date = DateText.InFull(day);
        var health = new Uri(
            site,
            string.Create(
                CultureInfo.InvariantCulture,
                $"/admin/sync-health?period={Period.KeyOf(day)}"
            )
        );
        var errors = new Uri(health.AbsoluteUri + "&figure=errors");
        var requests = new Uri(health.AbsoluteUri + "&figure=failed-requests");
        var answers = new Uri(health.AbsoluteUri + "&figure=answers");
        return new(
            HeaderText.OneLine(
                $"{verdict} · {DateText.DayAndMonth(day)}{(lateness is null ? "" : " (late)")} · {office}"
            ),
            $"Sync health of {office}, {date}",
            verdict + ".",
            isAllClear,
            lateness,
            [
                new(
                    "Sync",
                    health,
                    ["", .. Compared],
                    [.. Lines.Select(line => Row(line.Label, Measured(line.Of), line.Show))],
                    ""
                ),
                new(
                    "Besides",
                    health,
                    ["", .. Compared],
                    [
                        .. Besides.Select(line =>
                            Row(line.Label, Counted(line.Of), ReportNumber.Count)
                        ),
                    ],
                    ""
                ),
                .. HappeningTables.Of(day, figures, site, zone),
                Causes("Saves that failed, by cause", errors, day => day.FailedSaves),
                Causes("Requests that failed, by cause", requests, day => day.FailedRequests),
                Slowest(figures, answers),
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
                show(before.Count == 0 ? null : of(before[0])),
                show(Mean(before.Select(of))),
            ];

        ReportTable Causes(string title, Uri link, Func<DayFigures, Dictionary<string, long>> of) =>
            new(
                title,
                link,
                ["Cause", .. Compared],
                [
                    .. of(figures)
                        .OrderByDescending(cause => cause.Value)
                        .ThenBy(cause => cause.Key, StringComparer.Ordinal)
                        .Take(MostRows)
                        .Select(cause =>
                            Row(
                                CauseWords.Of(cause.Key).Truncate(LongestName),
                                Measured(each => of(each).GetValueOrDefault(cause.Key)),
                                ReportNumber.Count
                            )
                        ),
                ],
                figures.IsMeasured ? "None." : NotMeasured
            );
    }

    const string NotMeasured = "Nothing was measured.";

    /// <summary>Of what was not measured nothing is known, not even that it was nothing.</summary>
    static Func<DayFigures, double?> Measured(Func<DayFigures, double?> of) =>
        day => day.IsMeasured ? of(day) : null;

    static Func<DayFigures, double?> Counted(Func<DayFigures, double?> of) =>
        day => day.IsCounted ? of(day) : null;

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
            NotMeasured
        );

    /// <summary>Over the days of which something is known. To the tenth: a mean of counts is no count.</summary>
    static double? Mean(IEnumerable<double?> values)
    {
        var known = values.OfType<double>().ToList();
        return known.Count == 0 ? null : known.Average();
    }
}
