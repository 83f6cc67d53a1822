using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Jobs;
using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Web.Pages.Admin.Jobs;

/// <summary>A line of the schedule as it stands now.</summary>
public sealed record JobLine(
    Recurring Line,
    string When,
    bool IsPaused,
    DateTimeOffset? Next,
    JobRun? Last
)
{
    public bool IsRunning => Last is { Outcome: JobOutcome.Running };

    public static async Task<IReadOnlyList<JobLine>> AllAsync(
        Office office,
        HashSet<string> paused,
        CancellationToken stop
    )
    {
        var due = await office
            .Database.SqlQuery<Due>(
                $"select trigger_name as job, next_fire_time as ticks from quartz.qrtz_triggers where trigger_group = 'DEFAULT'"
            )
            .ToDictionaryAsync(next => next.Job, next => next.Ticks, stop);
        var names = Schedule.Lines.Select(line => line.Name).ToArray();
        var last = await office
            .JobRuns.AsNoTracking()
            .Where(run => names.Contains(run.Job))
            .GroupBy(run => run.Job)
            .Select(runs => runs.OrderByDescending(run => run.StartedAt).First())
            .ToDictionaryAsync(run => run.Job, stop);
        return
        [
            .. Schedule.Lines.Select(line => new JobLine(
                line,
                CronWords.Of(line.Cron),
                paused.Contains(line.Name),
                due.GetValueOrDefault(line.Name) is { } ticks ? new(ticks, TimeSpan.Zero) : null,
                last.GetValueOrDefault(line.Name)
            )),
        ];
    }

    sealed record Due(string Job, long? Ticks);
}
