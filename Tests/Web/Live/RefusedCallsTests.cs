using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

/// <summary>A socket that asks again and again for what it is refused.</summary>
public sealed class RefusedCallsTests(TestPostgres postgres) : IAsyncLifetime
{
    readonly LogEar log = new();
    TestDatabase database = null!;
    OfficeApp app = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.OfficeAsync();
        app = await OfficeApp.StartAsync(
            database,
            adapt: services => services.AddSingleton<ILoggerProvider>(log)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task It_is_logged_once_and_then_the_socket_is_dropped()
    {
        await using var client = await ConnectAsync();

        for (var i = 0; i < RefusedCalls.Most; i++)
            await Assert.ThrowsAsync<InvalidOperationException>(() => client.WatchAsync(["users"]));
        await client.WatchAsync(["team"]);
        _ = client.WatchAsync(["users"]);

        await client.Closed;
        var line = Assert.Single(Said(".LiveHub"));
        Assert.Contains("403: users cannot be watched", line, StringComparison.Ordinal);
        // The framework would add an error with a stack for each.
        Assert.Empty(Said(".SignalR"));
    }

    List<string> Said(string category) =>
        [
            .. log.Said.Where(line =>
                line.Split(':')[0].Contains(category, StringComparison.Ordinal)
            ),
        ];

    async Task<LiveClient> ConnectAsync()
    {
        using var visitor = await app.SignInAsync();
        return await LiveClient.ConnectAsync(app.Address, visitor.CookieHeader);
    }
}
