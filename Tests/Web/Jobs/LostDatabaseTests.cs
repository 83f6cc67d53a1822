using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using StaffDashboard.Data;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Jobs;

/// <summary>The database goes away while jobs run, and comes back.</summary>
public sealed class LostDatabaseTests(TestPostgres postgres)
{
    // The longer it was away, the longer Hangfire waits before it tries again.
    const int Patience = 420;

    [Fact]
    public async Task What_was_due_meanwhile_is_done_afterwards_and_so_is_what_comes_then()
    {
        await using var database = await postgres.CloneAsync();
        var far = new NpgsqlConnectionStringBuilder(database.AppConnectionString);
        await using var line = new Line(new Uri($"tcp://{far.Host}:{far.Port}"));
        far.Port = line.Address.Port;
        await using var app = await OfficeApp.StartAsync(
            database,
            settings:
            [
                ("ConnectionStrings:StaffDashboard", far.ToString()),
                ("StaffDashboard:Jobs", "on"),
            ]
        );
        // Both are done at each start.
        await Eventually.EqualAsync(1L, () => database.DoneAsync("sessions"));
        await Eventually.EqualAsync(1L, () => database.DoneAsync("audit-partitions"));

        line.Cut();
        await database.MissAsync("sessions");
        // It says every ten seconds that it lives, and looks for work every five: both were tried in vain by now.
        await Eventually.TrueAsync(() =>
            database.AskAsync<bool>(
                "select max(lastheartbeat) < now() - interval '12 seconds' from hangfire.server"
            )
        );
        Assert.Equal(1, await database.DoneAsync("sessions"));
        line.Mend();

        await Eventually.EqualAsync(2L, () => database.DoneAsync("sessions"), Patience);
        await database.MissAsync("audit-partitions");
        await Eventually.EqualAsync(2L, () => database.DoneAsync("audit-partitions"), Patience);
        Assert.Equal(2, await database.DoneAsync("sessions"));
    }

    [Fact]
    public async Task A_program_that_cannot_reach_it_for_jobs_starts_and_registers_them_later()
    {
        await using var database = await postgres.CloneAsync();
        var far = new NpgsqlConnectionStringBuilder(database.AppConnectionString);
        await using var line = new Line(new Uri($"tcp://{far.Host}:{far.Port}"));
        far.Port = line.Address.Port;
        line.Cut();
        var ear = new LogEar();
        await using var jobs = NpgsqlDataSource.Create(far.ToString());
        await using var app = await OfficeApp.StartAsync(
            database,
            adapt: services =>
                services
                    .AddKeyedSingleton(OfficeServices.Jobs, jobs)
                    .AddSingleton<ILoggerProvider>(ear),
            settings: ("StaffDashboard:Jobs", "on")
        );
        using var stranger = app.Stranger();
        await stranger.GetPageAsync("/account/sign-in");
        await Eventually.TrueAsync(() =>
            Task.FromResult(
                ear.Said.Any(line =>
                    line.Contains("cannot be registered", StringComparison.Ordinal)
                )
            )
        );

        line.Mend();

        await Eventually.EqualAsync(1L, () => database.DoneAsync("sessions"), Patience);
        // One line each, and no stack.
        Assert.DoesNotContain(ear.Said, line => line.Contains("   at ", StringComparison.Ordinal));
    }
}
