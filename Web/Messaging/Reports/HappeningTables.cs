using Humanizer;
using StaffDashboard.Data;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Data.Measures;
using StaffDashboard.Data.Reports;

namespace StaffDashboard.Web.Messaging.Reports;

/// <summary>What stood out on a day, one by one: what it was, when, how long, and where to look at it.</summary>
static class HappeningTables
{
    const int LongestName = 80;

    /// <summary>Only those that have a line: on a quiet day there is nothing to list.</summary>
    internal static IEnumerable<ReportTable> Of(
        DateOnly date,
        DayFigures day,
        Uri site,
        TimeZoneInfo zone
    ) => All(date, day, site, zone).Where(table => table.Rows.Count > 0);

    static IEnumerable<ReportTable> All(DateOnly date, DayFigures day, Uri site, TimeZoneInfo zone)
    {
        var period = Period.KeyOf(date);
        yield return new(
            Title("Alarms", day.WorstAlarms, day.Alarms),
            new(site, $"/admin/alerts?period={period}"),
            ["Alarm", "Opened", "Lasted"],
            [
                .. day.WorstAlarms.Select(
                    IReadOnlyList<string> (one) =>
                        [Name(one), At(one), Lasting(one, "still open when this was written")]
                ),
            ],
            "",
            [.. day.WorstAlarms.Select(one => new Uri(site, $"/admin/alerts/{one.Key}"))]
        );
        yield return new(
            Title("Jobs that failed", day.WorstJobs, day.FailedRuns),
            new(site, "/admin/jobs"),
            ["Job", "Times", "Last at", "Longest"],
            [
                .. day.WorstJobs.Select(
                    IReadOnlyList<string> (one) =>
                        [
                            Name(one),
                            ReportNumber.Count(one.Times),
                            At(one),
                            Lasting(one, ReportNumber.None),
                        ]
                ),
            ],
            "",
            [.. day.WorstJobs.Select(one => new Uri(site, $"/admin/jobs#job-{one.Key}"))]
        );
        yield return new(
            Title("Problems reported", day.LatestProblems, day.Problems),
            new(site, $"/admin/problems?period={period}"),
            ["On the page", "Reported", "Answered after"],
            [
                .. day.LatestProblems.Select(
                    IReadOnlyList<string> (one) =>
                        [Name(one), At(one), Lasting(one, "not yet when this was written")]
                ),
            ],
            "",
            [.. day.LatestProblems.Select(one => new Uri(site, $"/admin/problems/{one.Key}"))]
        );

        string At(Happening one) => DateText.Time(one.At, zone);
    }

    static string Title(string words, List<Happening> shown, long all) =>
        shown.Sum(one => one.Times) is var here && here < all
            ? $"{words} ({ReportNumber.Count(here)} of {ReportNumber.Count(all)})"
            : words;

    static string Name(Happening one) =>
        one.What.Length == 0 ? ReportNumber.None : one.What.Truncate(LongestName);

    static string Lasting(Happening one, string never) =>
        one.Lasted is { } time ? DurationText.Of(time) : never;
}
