using System.Net;
using Npgsql;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Live;

namespace StaffDashboard.Tests.Web.Hosting;

/// <summary>What one person has under way leaves the database to the others.</summary>
public sealed class UserConcurrencyLimitTests(TestPostgres postgres)
{
    [Fact]
    public async Task Requests_of_one_person_wait_their_turn_and_nobody_elses_do()
    {
        await using var database = await postgres.OfficeAsync();
        await using var app = await OfficeApp.StartAsync(
            database,
            settings: ("StaffDashboard:RateLimits:UserAtOnce", "1")
        );
        using var sam = await app.SignInAsync();
        using var mia = await app.SignInAsync(UserRole.Manager);
        await using var live = await LiveClient.ConnectAsync(app.Address, sam.CookieHeader);
        await using var other = new NpgsqlConnection(database.SuperuserConnectionString);
        await other.OpenAsync(Stop);
        await using var locks = await other.BeginTransactionAsync(Stop);
        await using (var hold = new NpgsqlCommand("lock table employees", other))
            await hold.ExecuteNonQueryAsync(Stop);

        var slow = sam.GetAsync("/team");
        await Eventually.TrueAsync(() =>
            database.AskAsync<bool>(
                "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')"
            )
        );
        var next = sam.GetAsync("/account");
        for (var i = 0; i < 5; i++)
            await mia.GetPageAsync("/account");
        // The line that stays open takes nobody's turn, and is no turn; nor does ending a session wait.
        await live.WatchAsync(["team"]);
        await sam.GetPageAsync("/account/sessions");

        Assert.False(next.IsCompleted);
        await locks.RollbackAsync(Stop);
        using var first = await slow;
        using var second = await next;
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;
}
