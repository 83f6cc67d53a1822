using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Jobs;
using StaffDashboard.Data.Measures;

namespace StaffDashboard.Data.Reports;

public static class DayFiguresQuery
{
    const int SlowOnes = 5;

    static readonly string[] Names =
    [
        Figure.Confirmed,
        Figure.Seen,
        Figure.Conflict,
        Figure.RolledBack,
        Figure.Retry,
        Figure.Failed,
        Figure.Request,
        Figure.RequestError,
    ];

    public static async Task<DayFigures> FiguresOfAsync(
        this Office office,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken stop
    )
    {
        var told = await office.TotalsAsync(Names, new(from, to), stop);
        var (confirmed, seen) = (told.Of(Figure.Confirmed), told.Of(Figure.Seen));
        // In the database's own zone: the offset of the office means nothing to it.
        var (since, until) = (from.ToUniversalTime(), to.ToUniversalTime());
        return new()
        {
            Requests = told.Count(Figure.Request),
            Confirmed = confirmed.Count,
            ConfirmedMean = confirmed.Mean,
            ConfirmedP95 = confirmed.Percentile(0.95),
            SeenMean = seen.Mean,
            SeenP95 = seen.Percentile(0.95),
            Conflicts = told.Count(Figure.Conflict),
            RolledBack = told.Count(Figure.RolledBack),
            Retries = told.Count(Figure.Retry),
            FailedSaves = ByCause(Figure.Failed),
            FailedRequests = ByCause(Figure.RequestError),
            Slowest = Slowest(told),
            WorstAlarms = await office.WorstAlarmsAsync(since, until, stop),
            WorstJobs = await office.WorstJobsAsync(since, until, stop),
            LatestProblems = await office.LatestProblemsAsync(since, until, stop),
            Inconsistencies = await office
                .Database.SqlQuery<long>(
                    $"select count(*) as \"Value\" from inconsistencies where at >= {since} and at < {until}"
                )
                .SingleAsync(stop),
            Problems = await office.ProblemReports.LongCountAsync(
                r => r.At >= since && r.At < until,
                stop
            ),
            Runs = await office.JobRuns.LongCountAsync(
                r => r.StartedAt >= since && r.StartedAt < until,
                stop
            ),
            FailedRuns = await office.JobRuns.LongCountAsync(
                r => r.StartedAt >= since && r.StartedAt < until && r.Outcome == JobOutcome.Failed,
                stop
            ),
            Alarms = await office.Alarms.LongCountAsync(
                a => a.OpenedAt >= since && a.OpenedAt < until,
                stop
            ),
            LettersSent = await office.Letters.LongCountAsync(
                l => l.SentAt >= since && l.SentAt < until,
                stop
            ),
            LettersFailed = await office.Letters.LongCountAsync(
                l => l.FailedAt >= since && l.FailedAt < until,
                stop
            ),
        };

        Dictionary<string, long> ByCause(string name) =>
            told.ByLabel(name)
                .ToDictionary(
                    each => each.Label,
                    each => each.Reading.Count,
                    StringComparer.Ordinal
                );
    }

    static List<SlowOperation> Slowest(Totals told) =>
        [
            .. told.ByLabel(Figure.Request)
                .Select(each => new SlowOperation(
                    each.Label,
                    each.Reading.Count,
                    each.Reading.Sum / each.Reading.Count,
                    each.Reading.Percentile(0.95),
                    each.Reading.Max
                ))
                .OrderByDescending(operation => operation.P95 ?? operation.Mean)
                .ThenBy(operation => operation.Name, StringComparer.Ordinal)
                .Take(SlowOnes),
        ];
}
