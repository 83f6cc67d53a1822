using System.Net.WebSockets;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Live;

/// <summary>The live room inside the whole program, with its own sign-in, sessions and schema.</summary>
public sealed class OfficeSocketsTests(TestPostgres postgres) : IAsyncLifetime
{
    TestDatabase database = null!;
    OfficeApp app = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.OfficeAsync();
        app = await OfficeApp.StartAsync(database);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_page_of_somebody_else_cannot_open_a_socket()
    {
        using var visitor = await app.SignInAsync();

        await Assert.ThrowsAsync<WebSocketException>(() =>
            LiveClient.ConnectAsync(app.Address, visitor.CookieHeader, "https://evil.example")
        );
    }

    [Fact]
    public async Task Sql_typed_by_hand_is_told()
    {
        await using var client = await ConnectAsync(UserRole.Admin);
        await client.WatchAsync(["users"]);

        await database.RunAsync("update users set name = 'Sam Other' where role = 'Staff'");

        Assert.Null((await client.HearsAsync("users")).By);
    }

    [Theory]
    [InlineData("update users set disabled_at = now() where role = 'Staff'")]
    [InlineData("update users set role = 'Manager' where role = 'Staff'")]
    [InlineData("delete from sessions")]
    public async Task A_person_shut_out_by_hand_loses_the_socket(string sql)
    {
        await using var client = await ConnectAsync(UserRole.Staff);
        await client.WatchAsync(["team"]);

        await database.RunAsync(sql);

        Assert.Equal("signed-out", await client.Goodbye);
        await client.Closed;
    }

    [Fact]
    public async Task Staff_may_not_watch_the_users()
    {
        await using var client = await ConnectAsync(UserRole.Staff);

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.WatchAsync(["users"]));
        await client.WatchAsync(["team"]);
    }

    async Task<LiveClient> ConnectAsync(UserRole role)
    {
        using var visitor = await app.SignInAsync(role);
        return await LiveClient.ConnectAsync(app.Address, visitor.CookieHeader);
    }
}
