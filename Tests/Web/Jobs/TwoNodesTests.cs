using Npgsql;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Tests.Web.Jobs;

/// <summary>Two programs on one database, each in a process of its own.</summary>
public sealed class TwoNodesTests(TestPostgres postgres) : Nodes(postgres)
{
    [Fact]
    public async Task Each_time_of_each_line_is_done_once()
    {
        using var one = Start();
        using var other = Start();
        await one.OpenAsync();
        await other.OpenAsync();
        await Eventually.TrueAsync(async () =>
            await Database.AskAsync<long>("select count(*) from quartz.qrtz_scheduler_state") == 2
        );
        var due = await AllDueAsync();

        await Eventually.EqualAsync(
            Schedule.Lines.Length,
            () => RunsAsync("outcome = 'Done'", due)
        );
        Assert.Equal(Schedule.Lines.Length, await RunsAsync("true", due));
    }

    // In three seconds, by the clock of both nodes. A line that a node has already taken in hand would not hear of it.
    async Task<DateTimeOffset> AllDueAsync()
    {
        await using var connection = new NpgsqlConnection(Database.SuperuserConnectionString);
        await connection.OpenAsync();
        var due = DateTimeOffset.MinValue;
        await Eventually.TrueAsync(async () =>
        {
            due = TimeProvider.System.GetUtcNow().AddSeconds(3);
            await using var all = await connection.BeginTransactionAsync();
            await using var move = new NpgsqlCommand(
                $"""
                update quartz.qrtz_triggers set next_fire_time = {due.UtcTicks}
                where trigger_group = 'DEFAULT' and trigger_state = 'WAITING'
                """,
                connection,
                all
            );
            if (await move.ExecuteNonQueryAsync() < Schedule.Lines.Length)
                return false;
            await all.CommitAsync();
            return true;
        });
        return due;
    }

    [Fact]
    public async Task The_work_of_a_node_that_is_killed_in_the_middle_is_taken_over()
    {
        using var one = Start();
        var site = await one.OpenAsync();
        var hold = await HoldAsync();
        using var admin = new Visitor(site);
        await admin.SignInAsync(TestUsers.EmailOf(UserRole.Admin), TestUsers.Password);
        using var answer = await admin.PostAsync(
            "/admin/jobs?handler=Order",
            ("order", "Run job-runs")
        );
        await Eventually.EqualAsync("Running", OutcomesAsync);
        using var other = Start();
        await other.OpenAsync();

        one.Kill();
        await hold.DisposeAsync();

        await Eventually.EqualAsync("Lost Done", OutcomesAsync, seconds: 90);
        Assert.Equal(
            2L,
            await Database.AskAsync<long>(
                "select count(distinct node) from job_runs where job = 'job-runs'"
            )
        );
    }

    // Only the work that forgets runs waits for this lock.
    async Task<NpgsqlConnection> HoldAsync()
    {
        await Database.RunAsync(
            """
            create function wait_for_test() returns trigger language plpgsql as $$
            begin
              perform pg_advisory_xact_lock(42);
              return null;
            end $$;
            create trigger waits before delete on job_runs for each statement execute function wait_for_test();
            """
        );
        var connection = new NpgsqlConnection(Database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select pg_advisory_lock(42)", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    Task<string?> OutcomesAsync() =>
        Database.AskAsync<string>(
            "select string_agg(outcome, ' ' order by started_at) from job_runs where job = 'job-runs'"
        );

    Task<long> RunsAsync(string where, DateTimeOffset due) =>
        Database.AskAsync<long>(
            $"select count(*) from job_runs where {where} and abs(extract(epoch from due_at - '{due:O}')) < 0.01"
        );
}
