using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Jobs;
using StaffDashboard.Data.Measures;

namespace StaffDashboard.Data.Reports;

public static class DayFiguresQuery
{
    const int SlowOnes = 5;

    public static async Task<DayFigures> FiguresOfAsync(
        this Office office,
        Readings readings,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken stop
    )
    {
        var confirmed = await readings.SumAsync(Figure.Confirmed, null, from, to, stop);
        var seen = await readings.SumAsync(Figure.Seen, null, from, to, stop);
        var requests = await readings.ByLabelAsync(Figure.Request, from, to, true, stop);
        // In the database's own zone: the offset of the office means nothing to it.
        var (since, until) = (from.ToUniversalTime(), to.ToUniversalTime());
        return new()
        {
            Requests = requests.Values.Sum(reading => reading.Count),
            Confirmed = confirmed.Count,
            ConfirmedMean = confirmed.Mean,
            ConfirmedP95 = confirmed.Percentile(0.95),
            SeenMean = seen.Mean,
            SeenP95 = seen.Percentile(0.95),
            Conflicts = await CountAsync(Figure.Conflict),
            RolledBack = await CountAsync(Figure.RolledBack),
            Retries = await CountAsync(Figure.Retry),
            FailedSaves = await ByCauseAsync(Figure.Failed),
            FailedRequests = await ByCauseAsync(Figure.RequestError),
            Slowest = Slowest(requests),
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
                r =>
                    r.StartedAt >= since
                    && r.StartedAt < until
                    && (r.Outcome == JobOutcome.Failed || r.Outcome == JobOutcome.Lost),
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

        async Task<long> CountAsync(string name) =>
            (await readings.SumAsync(name, null, from, to, stop)).Count;

        async Task<Dictionary<string, long>> ByCauseAsync(string name) =>
            (await readings.ByLabelAsync(name, from, to, stop: stop)).ToDictionary(
                each => each.Key,
                each => each.Value.Count,
                StringComparer.Ordinal
            );
    }

    static List<SlowOperation> Slowest(IReadOnlyDictionary<string, Reading> requests) =>
        [
            .. requests
                .Where(each => each.Value.Count > 0)
                .Select(each => new SlowOperation(
                    each.Key,
                    each.Value.Count,
                    each.Value.Sum / each.Value.Count,
                    each.Value.Percentile(0.95),
                    each.Value.Max
                ))
                .OrderByDescending(operation => operation.P95 ?? operation.Mean)
                .ThenBy(operation => operation.Name, StringComparer.Ordinal)
                .Take(SlowOnes),
        ];
}
