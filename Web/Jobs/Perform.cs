using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Jobs;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Jobs;

/// <summary>Does one line's work in the program's name, and writes down how it went.</summary>
public sealed class Perform(
    IServiceScopeFactory scopes,
    Node node,
    TimeProvider clock,
    ILogger<Perform> log
)
{
    static readonly ActivitySource Activities = new("StaffDashboard.Jobs");

    /// <summary>Whether this order was carried out to an end. A run that was lost does not count: it is done again.</summary>
    internal async Task<bool> HasDoneAsync(Recurring line, Guid order, CancellationToken stop)
    {
        await using var scope = scopes.AsProgram();
        var office = scope.ServiceProvider.GetRequiredService<Office>();
        return await office.JobRuns.AnyAsync(
            r =>
                r.Job == line.Name
                && r.OrderId == order
                && (r.Outcome == JobOutcome.Done || r.Outcome == JobOutcome.Failed),
            stop
        );
    }

    /// <param name="orderedBy">Who ordered it by hand; null when the clock did.</param>
    public async Task<JobRun> DoAsync(
        Recurring line,
        DateTimeOffset dueAt,
        string? orderedBy = null,
        Guid? order = null,
        CancellationToken stop = default
    )
    {
        using var activity = Activities.StartActivity(line.Name);
        var run = await BeginAsync(line, dueAt, orderedBy, order, stop);
        try
        {
            await using var scope = scopes.AsProgram();
            var work = (IWork)ActivatorUtilities.CreateInstance(scope.ServiceProvider, line.Work);
            await EndAsync(run, JobOutcome.Done, await work.DoAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await EndAsync(run, JobOutcome.Lost, Failure.Stopped);
            throw;
        }
        catch (Exception failed)
        {
            log.LogWarning(failed, "{Job} failed", line.Name);
            await EndAsync(run, JobOutcome.Failed, Failure.InWords(failed));
        }
        return run;
    }

    async Task<JobRun> BeginAsync(
        Recurring line,
        DateTimeOffset dueAt,
        string? orderedBy,
        Guid? order,
        CancellationToken stop
    )
    {
        await using var scope = scopes.AsProgram();
        var office = scope.ServiceProvider.GetRequiredService<Office>();
        var now = clock.GetUtcNow();
        // A line never runs twice at once: whoever still says so is a node that is gone.
        await office
            .JobRuns.Where(r => r.Job == line.Name && r.Outcome == JobOutcome.Running)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(r => r.Outcome, JobOutcome.Lost)
                        .SetProperty(r => r.EndedAt, now)
                        .SetProperty(r => r.Remark, Failure.NodeGone),
                stop
            );
        var run = new JobRun
        {
            Id = Guid.CreateVersion7(now),
            Job = line.Name,
            Node = node.Id,
            DueAt = dueAt.ToUniversalTime(),
            StartedAt = now,
            OrderedBy = orderedBy,
            OrderId = order,
        };
        office.JobRuns.Add(run);
        await office.SaveChangesAsync(stop);
        return run;
    }

    // Not stopped: what was done is done, also when the program is about to end.
    async Task EndAsync(JobRun run, JobOutcome outcome, string remark)
    {
        await using var scope = scopes.AsProgram();
        var office = scope.ServiceProvider.GetRequiredService<Office>();
        office.JobRuns.Attach(run);
        (run.Outcome, run.Remark, run.EndedAt) = (outcome, remark, clock.GetUtcNow());
        await office.SaveChangesAsync(CancellationToken.None);
    }
}
