using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data;
using StaffDashboard.Data.Jobs;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Tests.Web.Jobs;

public sealed class JobRunnerTests(TestPostgres postgres) : OfficeTest(postgres)
{
    JobRunner Runner => App.Services.GetRequiredService<JobRunner>();

    [Fact]
    public async Task Work_is_done_in_the_programs_name_and_its_words_are_kept()
    {
        var run = await RunAsync<WhoAmI>();

        Assert.Equal(JobOutcome.Done, run.Outcome);
        Assert.Equal("StaffDashboard Program", run.Remark);
        Assert.Equal(
            1L,
            await CountAsync("job_runs where outcome = 'Done' and ended_at is not null")
        );
    }

    [Fact]
    public async Task What_failed_says_why_in_words_and_nothing_technical()
    {
        Assert.Equal("The list was empty", (await RunAsync<Refuses>()).Remark);
        var broken = await RunAsync<Breaks>();

        Assert.Equal(JobOutcome.Failed, broken.Outcome);
        Assert.DoesNotContain("secret", broken.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_runs_already_is_skipped_and_runs_again_afterwards()
    {
        var stop = TestContext.Current.CancellationToken;
        var locks = App.Services.GetRequiredService<JobLocks>();
        await using (await locks.TryTakeAsync("letters", stop))
            Assert.Contains(
                "Skipped",
                await Runner.RunAsync("letters", stop),
                StringComparison.Ordinal
            );
        Assert.Equal(0L, await CountAsync("job_runs"));

        await Runner.RunAsync("letters", stop);
        await Runner.RunAsync("letters", stop);

        Assert.Equal(2L, await CountAsync("job_runs"));
    }

    [Fact]
    public async Task Hangfire_is_told_of_a_failure_in_words_alone()
    {
        await Database.RunAsync("alter table sign_in_throttles rename to gone");

        var failed = await Assert.ThrowsAsync<JobFailed>(() =>
            Runner.RunAsync("throttles", TestContext.Current.CancellationToken)
        );

        Assert.Equal("The database refused it (42P01); the log has more", failed.Message);
        Assert.Null(failed.InnerException);
        Assert.Equal(1L, await CountAsync("job_runs where outcome = 'Failed'"));
    }

    [Fact]
    public async Task Every_job_can_run_twice()
    {
        foreach (var job in RecurringJobs.All.Concat(RecurringJobs.All))
        {
            var run = await RunAsync(job);

            Assert.True(run.Outcome == JobOutcome.Done, $"{job.Id}: {run.Remark}");
        }
    }

    [Fact]
    public async Task What_is_old_is_forgotten_and_what_is_not_stays()
    {
        await Database.RunAsync(
            """
            insert into sessions (id, user_id, key_hash, stamp, browser, address, created_at, last_seen_at, expires_at)
            select gen_random_uuid(), id, sha256(word::bytea), '', word, '', now(), now(), now() + span
            from (select id from users limit 1) u, (values ('old', interval '-1 second'), ('new', interval '1 day')) s(word, span);
            insert into sign_in_throttles (key, failures, last_failure_at)
            values ('old', 3, now() - interval '2 days'), ('new', 3, now());
            insert into letters (id, key, "to", subject, text, html, message_id, at, due_at, tries, sent_at)
            select gen_random_uuid(), word, '', '', '', '', '', now() - interval '40 days', now(), 1, sent
            from (values ('old', now() - interval '31 days'), ('new', now() - interval '29 days'), ('waits', null)) l(word, sent);
            insert into job_runs (id, job, started_at, ended_at, outcome, remark)
            select gen_random_uuid(), job, now() - span, now(), 'Done', word
            from (values ('sessions', 'old', interval '91 days'), ('sessions', 'new', interval '89 days'),
                         ('change-log', 'old', interval '8 days'), ('change-log', 'new', interval '6 days')) r(job, word, span);
            insert into change_log (topics, at) values ('{old}', now() - interval '2 hours');
            """
        );

        foreach (var job in RecurringJobs.All)
            await RunAsync(job);

        Assert.Equal("new", await Database.AskAsync<string>(Words("browser", "sessions")));
        Assert.Equal("new", await Database.AskAsync<string>(Words("key", "sign_in_throttles")));
        Assert.Equal("new waits", await Database.AskAsync<string>(Words("key", "letters")));
        Assert.Equal(
            "new new",
            await Database.AskAsync<string>(
                Words("remark", "job_runs where remark in ('old', 'new')")
            )
        );
        Assert.Equal(0L, await CountAsync("change_log where topics = '{old}'"));
    }

    static string Words(string column, string from) =>
        $"select string_agg({column}, ' ' order by {column}) from {from}";

    Task<JobRun> RunAsync<T>() =>
        RunAsync(new RecurringJob("test", "", JobSchedule.Daily(0, 0), typeof(T)));

    Task<JobRun> RunAsync(RecurringJob job) =>
        Runner.RunAsync(job, TestContext.Current.CancellationToken);

    sealed class WhoAmI(Viewer viewer, Office office) : IJob
    {
        public Task<string> RunAsync(CancellationToken stop) =>
            Task.FromResult(
                $"{office.Viewer.Name} {(viewer.IsProgram ? "Program" : viewer.Role.ToString())}"
            );
    }

    sealed class Refuses : IJob
    {
        public Task<string> RunAsync(CancellationToken stop) =>
            throw new JobFailed("The list was empty");
    }

    sealed class Breaks : IJob
    {
        public Task<string> RunAsync(CancellationToken stop) =>
            throw new InvalidOperationException("a secret detail");
    }
}
