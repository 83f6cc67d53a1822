using Quartz;
using StaffDashboard.Data.Jobs;

namespace StaffDashboard.Web.Jobs;

/// <summary>
/// Brings what Quartz has stored in step with the schedule. Nodes of two versions may do so side by side during a
/// deployment: each adds what it knows, and works only at what it knows (see <see cref="JobServices"/>).
/// </summary>
sealed class Timetable(ISchedulerFactory schedulers, JobZone zone, TimeProvider clock)
{
    const string Starts = "start";

    /// <summary>At a start: lines are added, changed and removed.</summary>
    internal async Task BringInStepAsync(IReadOnlySet<string> paused, CancellationToken stop)
    {
        var scheduler = await schedulers.GetScheduler(stop);
        foreach (var known in await KnownAsync(scheduler, stop))
            if (Schedule.Find(known.Name) is null)
                await scheduler.DeleteJob(known, stop);
        foreach (var line in Schedule.Lines)
            await PutAsync(scheduler, line, paused.Contains(line.Name), stop);
    }

    /// <summary>Puts back what is missing: an older node that started later has removed what it does not know.</summary>
    internal async Task MendAsync(IReadOnlySet<string> paused, CancellationToken stop)
    {
        var scheduler = await schedulers.GetScheduler(stop);
        foreach (var line in Schedule.Lines)
            if (await scheduler.GetTrigger(TriggerOf(line), stop) is null)
                await PutAsync(scheduler, line, paused.Contains(line.Name), stop);
            else
                await PauseAsync(scheduler, line, paused.Contains(line.Name), stop);
    }

    /// <summary>Once, now, on whichever node is free. Twice under one name is once, until it is done.</summary>
    internal async Task FireAsync(
        Recurring line,
        string group,
        string name,
        JobOrder? order,
        CancellationToken stop
    )
    {
        var scheduler = await schedulers.GetScheduler(stop);
        await scheduler.AddJob(JobOf(line), AddJobOptions.Replacing, stop);
        var trigger = TriggerBuilder
            .Create(clock)
            .WithIdentity($"{line.Name} {name}", group)
            .ForJob(KeyOf(line))
            .WithExecutionGroup(line.Name)
            .UsingJobData(RunLine.OrderedBy, order?.OrderedBy ?? "")
            .UsingJobData(RunLine.Order, order?.Id.ToString() ?? "")
            .StartNow()
            .Build();
        try
        {
            await scheduler.ScheduleJob(trigger, cancellationToken: stop);
        }
        // Another node was quicker.
        catch (ObjectAlreadyExistsException) { }
    }

    internal async Task FireAtStartAsync(string node, CancellationToken stop)
    {
        foreach (var line in Schedule.Lines.Where(line => line.AtStart))
            await FireAsync(line, Starts, node, null, stop);
    }

    internal async Task PauseAsync(Recurring line, bool isPaused, CancellationToken stop) =>
        await PauseAsync(await schedulers.GetScheduler(stop), line, isPaused, stop);

    static async Task PauseAsync(
        IScheduler scheduler,
        Recurring line,
        bool isPaused,
        CancellationToken stop
    )
    {
        var state = await scheduler.GetTriggerState(TriggerOf(line), stop);
        if (isPaused && state is not TriggerState.Paused)
            await scheduler.PauseTrigger(TriggerOf(line), stop);
        else if (!isPaused && state is TriggerState.Paused)
            await scheduler.ResumeTrigger(TriggerOf(line), stop);
        else if (state is TriggerState.Error)
            await scheduler.ResetTriggerFromErrorState(TriggerOf(line), stop);
    }

    async Task PutAsync(IScheduler scheduler, Recurring line, bool isPaused, CancellationToken stop)
    {
        await scheduler.AddJob(JobOf(line), AddJobOptions.Replacing, stop);
        var wanted = Wanted(line);
        var stored = await scheduler.GetTrigger(wanted.Key, stop) as ICronTrigger;
        // Untouched when it is the same: anew, it would forget a time that was missed.
        if (stored is null)
            await scheduler.ScheduleJob(wanted, cancellationToken: stop);
        else if (!IsSame(stored, (ICronTrigger)wanted))
            await scheduler.RescheduleJob(wanted.Key, wanted, stop);
        await PauseAsync(scheduler, line, isPaused, stop);
    }

    ITrigger Wanted(Recurring line) =>
        TriggerBuilder
            .Create(clock)
            .WithIdentity(TriggerOf(line))
            .WithDescription(line.Does)
            .ForJob(KeyOf(line))
            .WithExecutionGroup(line.Name)
            .WithCronSchedule(
                line.Cron,
                cron =>
                    cron.InTimeZone(zone.Zone)
                        .WithMisfireInstruction(
                            line.Missed is Missed.Once
                                ? CronTriggerMisfireInstruction.FireAndProceed
                                : CronTriggerMisfireInstruction.DoNothing
                        )
            )
            .Build();

    static bool IsSame(ICronTrigger stored, ICronTrigger wanted) =>
        stored.CronExpressionString == wanted.CronExpressionString
        && stored.TimeZone.Id == wanted.TimeZone.Id
        && stored.MisfireInstruction == wanted.MisfireInstruction
        && stored.ExecutionGroup == wanted.ExecutionGroup;

    static IJobDetail JobOf(Recurring line) =>
        JobBuilder
            .Create<RunLine>()
            .WithIdentity(KeyOf(line))
            .WithDescription(line.Does)
            .StoreDurably()
            .RequestRecovery()
            .Build();

    static async Task<IEnumerable<JobKey>> KnownAsync(IScheduler scheduler, CancellationToken stop)
    {
        var found = await scheduler.QueryJobs(new JobQuery(), stop);
        return found.Items.Select(job => job.Key);
    }

    static JobKey KeyOf(Recurring line) => new(line.Name);

    static TriggerKey TriggerOf(Recurring line) => new(line.Name);
}
