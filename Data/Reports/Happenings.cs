using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Data.Jobs;

namespace StaffDashboard.Data.Reports;

/// <summary>The alarms, failed jobs and problems of a day that are worth a line of their own. Nobody's words and names: the report leaves the house.</summary>
static class Happenings
{
    const int Few = 8;

    /// <summary>What is still open first, then what lasted longest.</summary>
    internal static async Task<List<Happening>> WorstAlarmsAsync(
        this Office office,
        DateTimeOffset since,
        DateTimeOffset until,
        CancellationToken stop
    )
    {
        var alarms = await office
            .Alarms.AsNoTracking()
            .Where(a => a.OpenedAt >= since && a.OpenedAt < until)
            .OrderByDescending(a => a.ClosedAt == null)
            .ThenByDescending(a => a.ClosedAt - a.OpenedAt)
            .ThenBy(a => a.Id)
            .Take(Few)
            .ToListAsync(stop);
        return alarms.ConvertAll(a => new Happening(
            a.FullTitle(),
            a.Id.ToString(),
            a.OpenedAt,
            a.ClosedAt - a.OpenedAt
        ));
    }

    /// <summary>The most frequent first, each with its last failure.</summary>
    internal static async Task<List<Happening>> WorstJobsAsync(
        this Office office,
        DateTimeOffset since,
        DateTimeOffset until,
        CancellationToken stop
    )
    {
        var runs = await office
            .JobRuns.AsNoTracking()
            .Where(r => r.StartedAt >= since && r.StartedAt < until)
            .Where(r => r.Outcome == JobOutcome.Failed)
            .GroupBy(r => r.Job)
            .Select(job => new
            {
                Job = job.Key,
                Times = job.LongCount(),
                Last = job.Max(r => r.StartedAt),
                Longest = (TimeSpan?)job.Max(r => r.EndedAt - r.StartedAt),
            })
            .OrderByDescending(job => job.Times)
            .ThenBy(job => job.Job)
            .Take(Few)
            .ToListAsync(stop);
        return runs.ConvertAll(r => new Happening(r.Job, r.Job, r.Last, r.Longest, r.Times));
    }

    internal static async Task<List<Happening>> LatestProblemsAsync(
        this Office office,
        DateTimeOffset since,
        DateTimeOffset until,
        CancellationToken stop
    )
    {
        var problems = await office
            .ProblemReports.AsNoTracking()
            .Where(r => r.At >= since && r.At < until)
            .OrderByDescending(r => r.At)
            .Take(Few)
            .Select(r => new
            {
                r.Id,
                r.Page,
                r.At,
                r.AnsweredAt,
            })
            .ToListAsync(stop);
        return problems.ConvertAll(r => new Happening(
            r.Page,
            r.Id.ToString(),
            r.At,
            r.AnsweredAt - r.At
        ));
    }
}
