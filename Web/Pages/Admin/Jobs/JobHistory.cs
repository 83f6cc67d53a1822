using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Jobs;
using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Web.Pages.Admin.Jobs;

/// <summary>One page of the runs, the latest first, and the last fifty for the picture.</summary>
public sealed record JobHistory(
    JobFilter Filter,
    IReadOnlyList<JobRun> Runs,
    IReadOnlyList<JobRun> Bars,
    Guid? Next
)
{
    const int PageSize = 50;

    static readonly string[] Frequent =
    [
        .. Schedule.Lines.Where(line => line.IsFrequent).Select(line => line.Name),
    ];

    public static async Task<JobHistory> ReadAsync(
        Office office,
        JobFilter filter,
        CancellationToken stop
    )
    {
        var all = office.JobRuns.AsNoTracking();
        if (filter.HidesRoutine)
            all = all.Where(run => run.Outcome != JobOutcome.Done || !Frequent.Contains(run.Job));
        else if (filter.Job != JobFilter.Everything)
            all = all.Where(run => run.Job == filter.Job);
        if (filter.Outcome is { } outcome)
            all = all.Where(run => run.Outcome == outcome);
        if (filter.Node is { } node)
            all = all.Where(run => run.Node == node);
        var bars = await Latest(all).Take(PageSize).ToListAsync(stop);
        // Ids are in the order of time.
        var below = filter.Before is { } before ? all.Where(run => run.Id < before) : all;
        var runs = await Latest(below).Take(PageSize + 1).ToListAsync(stop);
        var shown = runs.Take(PageSize).ToList();
        bars.Reverse();
        return new(filter, shown, bars, runs.Count > PageSize ? shown[^1].Id : null);
    }

    static IQueryable<JobRun> Latest(IQueryable<JobRun> runs) =>
        runs.OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id);
}
