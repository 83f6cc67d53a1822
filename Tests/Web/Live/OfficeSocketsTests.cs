using System.Net.WebSockets;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Live;

/// <summary>The live room inside the whole program, with its own sign-in, sessions and schema.</summary>
public sealed class OfficeSocketsTests(TestPostgres postgres) : IAsyncLifetime
{
    TestDatabase _database = null!;
    OfficeApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.OfficeAsync();
        _app = await OfficeApp.StartAsync(_database);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_page_of_somebody_else_cannot_open_a_socket()
    {
        using var visitor = await _app.SignInAsync();

        await Assert.ThrowsAsync<WebSocketException>(() =>
            LiveClient.ConnectAsync(_app.Address, visitor.CookieHeader, "https://evil.example")
        );
    }

    [Fact]
    public async Task Sql_typed_by_hand_is_told()
    {
        await using var client = await ConnectAsync(UserRole.Admin);
        await client.WatchAsync(["users"]);

        await _database.RunAsync("update users set name = 'Sam Other' where role = 'Staff'");

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

        await _database.RunAsync(sql);

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
        using var visitor = await _app.SignInAsync(role);
        return await LiveClient.ConnectAsync(_app.Address, visitor.CookieHeader);
    }
}
