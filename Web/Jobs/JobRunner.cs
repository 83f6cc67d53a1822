using System.Diagnostics;
using StaffDashboard.Data;
using StaffDashboard.Data.Jobs;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Jobs;

/// <summary>Runs a job in the program's name, and writes down how it went.</summary>
public sealed class JobRunner(
    IServiceScopeFactory scopes,
    JobLocks locks,
    TimeProvider clock,
    ILogger<JobRunner> log
)
{
    static readonly ActivitySource Activities = new("StaffDashboard.Jobs");

    /// <summary>
    /// The one method that Hangfire stores and calls: what is stored names no type of a job, so servers of two versions
    /// can share it.
    /// </summary>
    public async Task<string> RunAsync(string id, CancellationToken stop)
    {
        var job =
            RecurringJobs.Find(id) ?? throw new JobFailed("This version has no job of that name");
        try
        {
            await using var taken = await locks.TryTakeAsync(id, stop);
            if (taken is null)
                return "Skipped: it was still running";
            var run = await RunAsync(job, stop);
            return run.Outcome is JobOutcome.Done ? run.Remark : throw new JobFailed(run.Remark);
        }
        // Hangfire shows what is thrown to Managers, too: the words, not the details.
        catch (Exception failed) when (failed is not JobFailed && !stop.IsCancellationRequested)
        {
            log.LogWarning(failed, "{Job} could not be run", id);
            throw new JobFailed(Failure.InWords(failed));
        }
    }

    /// <summary>Now and here, without Hangfire.</summary>
    public async Task<JobRun> RunAsync(RecurringJob job, CancellationToken stop)
    {
        using var activity = Activities.StartActivity(job.Id);
        var began = clock.GetUtcNow();
        var (outcome, remark) = await TryAsync(job, stop);
        var run = new JobRun
        {
            Id = Guid.CreateVersion7(began),
            Job = job.Id,
            StartedAt = began,
            EndedAt = clock.GetUtcNow(),
            Outcome = outcome,
            Remark = remark,
        };
        await using var scope = scopes.AsProgram();
        var office = scope.ServiceProvider.GetRequiredService<Office>();
        office.JobRuns.Add(run);
        // Not stopped: what was done is done, also when the program is about to end.
        await office.SaveChangesAsync(CancellationToken.None);
        return run;
    }

    async Task<(JobOutcome Outcome, string Remark)> TryAsync(
        RecurringJob job,
        CancellationToken stop
    )
    {
        try
        {
            await using var scope = scopes.AsProgram();
            var work = (IJob)ActivatorUtilities.CreateInstance(scope.ServiceProvider, job.Type);
            return (JobOutcome.Done, await work.RunAsync(stop));
        }
        catch (Exception failed) when (!stop.IsCancellationRequested)
        {
            log.LogWarning(failed, "{Job} failed", job.Id);
            return (JobOutcome.Failed, Failure.InWords(failed));
        }
    }
}
