using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Jobs;

/// <summary>What Hangfire has stored, as a test sees and changes it.</summary>
static class DueJobs
{
    /// <summary>As if no server had been there for two days: what is made up for is due, once.</summary>
    internal static Task MissAsync(this TestDatabase database, params string[] jobs) =>
        database.RunAsync(Missed(jobs));

    internal static string Missed(params string[] jobs) =>
        $"""
            update hangfire.hash set value = '{TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(
                -2
            ):O}'
            where field in ('LastExecution', 'CreatedAt') and key = any (array(select 'recurring-job:' || job from unnest({Array(
                jobs
            )}) job));
            update hangfire.set set score = 0 where key = 'recurring-jobs' and value = any ({Array(
                jobs
            )})
            """;

    /// <summary>How often the schedule or a trigger has started one of these jobs, and in which state that is now.</summary>
    internal static Task<long> StartedAsync(
        this TestDatabase database,
        string where,
        params string[] jobs
    ) =>
        database.AskAsync<long>(
            $"""
            select count(*) from hangfire.job j join hangfire.jobparameter p on p.jobid = j.id and p.name = 'RecurringJobId'
            where trim(p.value, '"') = any ({Array(jobs)}) and {where}
            """
        );

    internal static Task<long> DoneAsync(this TestDatabase database, string job) =>
        database.AskAsync<long>(
            $"select count(*) from job_runs where job = '{job}' and outcome = 'Done'"
        );

    static string Array(string[] jobs) =>
        $"array[{string.Join(", ", jobs.Select(job => $"'{job}'"))}]::text[]";
}
