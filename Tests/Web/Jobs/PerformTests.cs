using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data;
using StaffDashboard.Data.Jobs;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Tests.Web.Jobs;

public sealed class PerformTests(TestPostgres postgres) : OfficeTest(postgres)
{
    Perform Perform => App.Services.GetRequiredService<Perform>();

    [Fact]
    public async Task Work_is_done_in_the_programs_name_and_its_words_are_kept()
    {
        var run = await DoAsync<WhoAmI>();

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
        Assert.Equal("The list was empty", (await DoAsync<Refuses>()).Remark);
        var broken = await DoAsync<Breaks>();

        Assert.Equal(JobOutcome.Failed, broken.Outcome);
        Assert.DoesNotContain("secret", broken.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_whose_node_is_gone_is_lost_when_the_line_runs_again()
    {
        await Database.RunAsync(
            """
            insert into job_runs (id, job, node, due_at, started_at, outcome, remark)
            values (gen_random_uuid(), 'test', 'gone', now(), now(), 'Running', '')
            """
        );

        await DoAsync<WhoAmI>();

        Assert.Equal(1L, await CountAsync("job_runs where node = 'gone' and outcome = 'Lost'"));
    }

    [Fact]
    public async Task Every_line_can_be_done_twice()
    {
        foreach (var line in Schedule.Lines.Concat(Schedule.Lines))
        {
            var run = await DoAsync(line);

            Assert.True(run.Outcome == JobOutcome.Done, $"{line.Name}: {run.Remark}");
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
            insert into job_runs (id, job, node, due_at, started_at, outcome, remark)
            select gen_random_uuid(), job, word, now(), now() - span, 'Done', ''
            from (values ('sessions', 'old', interval '91 days'), ('sessions', 'new', interval '89 days'),
                         ('change-log', 'old', interval '8 days'), ('change-log', 'new', interval '6 days')) r(job, word, span);
            insert into change_log (topics, at) values ('{old}', now() - interval '2 hours');
            """
        );

        foreach (var line in Schedule.Lines)
            await DoAsync(line);

        Assert.Equal("new", await Database.AskAsync<string>(Words("browser", "sessions")));
        Assert.Equal("new", await Database.AskAsync<string>(Words("key", "sign_in_throttles")));
        Assert.Equal("new waits", await Database.AskAsync<string>(Words("key", "letters")));
        Assert.Equal(
            "new new",
            await Database.AskAsync<string>(Words("node", "job_runs where node in ('old', 'new')"))
        );
        Assert.Equal(0L, await CountAsync("change_log where topics = '{old}'"));
    }

    static string Words(string column, string from) =>
        $"select string_agg({column}, ' ' order by {column}) from {from}";

    Task<JobRun> DoAsync<T>() => DoAsync(new Recurring("test", "", "0 0 0 * * ?", typeof(T)));

    Task<JobRun> DoAsync(Recurring line) =>
        Perform.DoAsync(line, App.Clock.GetUtcNow(), stop: TestContext.Current.CancellationToken);

    sealed class WhoAmI(Viewer viewer, Office office) : IWork
    {
        public Task<string> DoAsync(CancellationToken stop) =>
            Task.FromResult(
                $"{office.Viewer.Name} {(viewer.IsProgram ? "Program" : viewer.Role.ToString())}"
            );
    }

    sealed class Refuses : IWork
    {
        public Task<string> DoAsync(CancellationToken stop) =>
            throw new WorkFailed("The list was empty");
    }

    sealed class Breaks : IWork
    {
        public Task<string> DoAsync(CancellationToken stop) =>
            throw new InvalidOperationException("a secret detail");
    }
}
