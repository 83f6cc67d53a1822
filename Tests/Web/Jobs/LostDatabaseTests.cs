using Npgsql;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Jobs;

/// <summary>The database goes away while the clockwork runs, and comes back.</summary>
public sealed class LostDatabaseTests(TestPostgres postgres)
{
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
        await Eventually.TrueAsync(async () => await DoneAsync(database, "sessions") == 1);
        await Eventually.TrueAsync(async () => await DoneAsync(database, "audit-partitions") == 1);

        line.Cut();
        await DueAsync(database, "sessions");
        // It looks for work every five seconds and says that it lives: both were tried in vain by now.
        await Eventually.TrueAsync(() =>
            database.AskAsync<bool>(
                $"select max(last_checkin_time) < {TimeProvider.System.GetUtcNow().AddSeconds(-12).UtcTicks} from quartz.qrtz_scheduler_state"
            )
        );
        Assert.Equal(1, await DoneAsync(database, "sessions"));
        line.Mend();

        await Eventually.TrueAsync(async () => await DoneAsync(database, "sessions") == 2);
        await DueAsync(database, "audit-partitions");
        await Eventually.TrueAsync(async () => await DoneAsync(database, "audit-partitions") == 2);
        Assert.Equal(2, await DoneAsync(database, "sessions"));
    }

    static Task DueAsync(TestDatabase database, string job) =>
        database.RunAsync(
            $"update quartz.qrtz_triggers set next_fire_time = {TimeProvider.System.GetUtcNow().UtcTicks} where trigger_name = '{job}' and trigger_group = 'DEFAULT'"
        );

    static Task<long> DoneAsync(TestDatabase database, string job) =>
        database.AskAsync<long>(
            $"select count(*) from job_runs where job = '{job}' and outcome = 'Done'"
        );
}
