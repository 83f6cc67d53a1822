using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Hosting;

/// <summary>Every connection that requests may have is taken, and none comes back.</summary>
public sealed class UsedUpPoolTests(TestPostgres postgres)
{
    const int Most = 4;

    [Fact]
    public async Task The_node_stays_ready_and_keeps_sending_changes()
    {
        await using var database = await postgres.CloneAsync();
        await using var app = await OfficeApp.StartAsync(
            database,
            settings: (
                "ConnectionStrings:StaffDashboard",
                $"{database.AppConnectionString};Maximum Pool Size={Most};Timeout=2"
            )
        );
        using var admin = await app.SignInAsync(UserRole.Admin);
        await using var live = await LiveClient.ConnectAsync(app.Address, admin.CookieHeader);
        await live.WatchAsync(["users"]);
        var taken = await TakeAllAsync(app.Services.GetRequiredService<NpgsqlDataSource>());
        try
        {
            using var stranger = app.Stranger();
            using var ready = await stranger.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
            await database.RunAsync("update users set name = 'Sam Other' where role = 'Staff'");
            await live.HearsAsync("users");
            using var page = await admin.GetAsync("/team");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            Assert.NotNull(page.Headers.RetryAfter);
        }
        finally
        {
            foreach (var connection in taken)
                await connection.DisposeAsync();
        }
        await admin.GetPageAsync("/team");
    }

    static async Task<List<NpgsqlConnection>> TakeAllAsync(NpgsqlDataSource database)
    {
        var taken = new List<NpgsqlConnection>();
        while (taken.Count < Most)
            taken.Add(
                await Eventually.GetAsync(
                    async () => await database.OpenConnectionAsync(),
                    e => e is NpgsqlException
                )
            );
        return taken;
    }
}
