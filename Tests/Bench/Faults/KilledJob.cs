using System.Diagnostics;
using System.Net;
using Npgsql;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Faults;

/// <summary>A job held in its middle by a lock, on the node that is then killed; the other one is to do it.</summary>
static class KilledJob
{
    const string Waits = """
        create or replace function wait_for_bench() returns trigger language plpgsql as $$
        begin
          perform pg_advisory_xact_lock(42);
          return null;
        end $$;
        create or replace trigger waits after delete on job_runs for each statement execute function wait_for_bench();
        """;

    internal static async Task<TimeSpan> TakeOverAsync(Ground ground)
    {
        await ground.RunAsync(Waits);
        await using var one = await ground.StartProductAsync();
        await using var hold = new NpgsqlConnection(ground.Superuser);
        await hold.OpenAsync();
        await RunAsync(hold, "select pg_advisory_lock(42)");
        var done = await DoneAsync(ground);
        await OrderAsync(one);
        await UntilAsync(() =>
            ground.AskAsync<bool>(
                "select exists (select from pg_locks where locktype = 'advisory' and objid = 42 and not granted)"
            )
        );
        await using var other = await ground.StartProductAsync();

        var began = Stopwatch.GetTimestamp();
        one.Kill();
        await RunAsync(hold, "select pg_advisory_unlock(42)");
        await UntilAsync(async () => await DoneAsync(ground) > done);
        return Stopwatch.GetElapsedTime(began);
    }

    static async Task OrderAsync(Child node)
    {
        using var admin = await SignedIn.AsAdminAsync(node.Address);
        using var order = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri("/admin/jobs?handler=Order", UriKind.Relative)
        )
        {
            Content = new FormUrlEncodedContent([new("order", "Run job-runs")]),
        };
        order.Headers.Add("HX-Request", "true");
        order.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        order.Headers.Add("RequestVerificationToken", admin.Token);
        using var answer = await admin.Http.SendAsync(order);
        if (answer.StatusCode != HttpStatusCode.NoContent)
            throw new InvalidOperationException(
                $"The order was answered with {answer.StatusCode}."
            );
    }

    static Task<long> DoneAsync(Ground ground) =>
        ground.AskAsync<long>(
            "select count(*) from job_runs where job = 'job-runs' and outcome = 'Done'"
        );

    static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    static async Task UntilAsync(Func<Task<bool>> ask)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await ask())
            await tick.WaitForNextTickAsync();
    }
}
