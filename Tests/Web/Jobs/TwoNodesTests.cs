using Npgsql;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Tests.Web.Jobs;

/// <summary>Two programs on one database, each in a process of its own.</summary>
public sealed class TwoNodesTests(TestPostgres postgres) : Nodes(postgres)
{
    [Fact]
    public async Task What_is_due_is_done_once()
    {
        using var one = Start();
        using var other = Start();
        await one.OpenAsync();
        await other.OpenAsync();
        await Eventually.TrueAsync(async () =>
            await Database.AskAsync<long>("select count(*) from hangfire.server") == 2
        );
        string[] atStart = [.. RecurringJobs.All.Where(job => job.AtStart).Select(job => job.Id)];
        await Eventually.EqualAsync(
            2L * atStart.Length,
            () => Database.StartedAsync("statename = 'Succeeded'", atStart)
        );
        // Nothing else starts them meanwhile: they come once a day.
        string[] daily =
        [
            .. RecurringJobs
                .All.Where(job =>
                    job.Schedule.Words.StartsWith("Every day", StringComparison.Ordinal)
                )
                .Select(job => job.Id),
        ];
        var last = await Database.AskAsync<long>("select max(id) from hangfire.job");

        await Database.MissAsync(daily);

        await Eventually.EqualAsync(
            (long)daily.Length,
            () => Database.StartedAsync($"j.id > {last} and statename = 'Succeeded'", daily)
        );
        Assert.Equal(daily.Length, await Database.StartedAsync($"j.id > {last}", daily));
        foreach (var job in daily.Except(atStart))
            Assert.Equal(1, await Database.DoneAsync(job));
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
        await Eventually.TrueAsync(() =>
            Database.AskAsync<bool>(
                "select exists (select from pg_locks where locktype = 'advisory' and objid = 42 and not granted)"
            )
        );
        using var other = Start();
        await other.OpenAsync();

        one.Kill();
        await hold.DisposeAsync();

        await Eventually.EqualAsync(1L, () => Database.DoneAsync("job-runs"), seconds: 90);
        Assert.Equal(
            2L,
            await Database.AskAsync<long>(
                """
                select count(distinct s.data ->> 'ServerId') from hangfire.state s join hangfire.job j on j.id = s.jobid
                where s.name = 'Processing' and j.arguments::text like '%job-runs%'
                """
            )
        );
    }

    // Only the work that deletes runs waits for this lock.
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
}
