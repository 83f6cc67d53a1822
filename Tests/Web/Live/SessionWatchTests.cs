using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public sealed class SessionWatchTests(LiveDatabase database)
    : IClassFixture<LiveDatabase>,
        IAsyncLifetime
{
    readonly Guid bea = Guid.CreateVersion7();
    LiveNode node = null!;

    public async ValueTask InitializeAsync() =>
        node = await LiveNode.StartAsync(database.AppConnection);

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Theory]
    [InlineData("user")]
    [InlineData("sessions")]
    public async Task A_session_that_was_ended_elsewhere_loses_its_socket(string kind)
    {
        await using var ended = await node.ConnectAsync(bea, "s1");
        await using var other = await node.ConnectAsync(bea, "s2");
        await other.WatchAsync(["team"]);
        await ended.WatchAsync(["team"]);

        node.Sessions.End("s1");
        await database.ChangeAsync($"{kind}:{bea}");

        Assert.Equal("signed-out", await ended.Goodbye);
        await ended.Closed;
        await database.ChangeAsync("team");
        Assert.Equal(["team"], (await other.NextAsync()).Topics);
    }

    [Fact]
    public async Task Another_persons_notice_closes_nothing()
    {
        await using var client = await node.ConnectAsync(bea, "s1");
        await client.WatchAsync(["team"]);
        node.Sessions.End("s1");

        await database.ChangeAsync($"user:{Guid.CreateVersion7()}");
        await database.ChangeAsync("team");

        Assert.Equal(["team"], (await client.NextAsync()).Topics);
        Assert.Single(node.Get<LiveConnections>().All);
    }

    [Fact]
    public async Task A_socket_opened_with_a_session_that_has_just_ended_is_closed()
    {
        var cookie = await node.CookieAsync(bea, "s1");
        node.Sessions.End("s1");

        await using var client = await LiveClient.ConnectAsync(node.Site, cookie);

        Assert.Equal("signed-out", await client.Goodbye);
    }

    [Fact]
    public async Task All_sockets_of_a_person_can_be_closed()
    {
        await using var first = await node.ConnectAsync(bea, "s1");
        await using var second = await node.ConnectAsync(bea, "s2");
        await first.WatchAsync([]);
        await second.WatchAsync([]);

        await node.Get<LiveConnections>().CloseAsync(each => each.Viewer.Id == bea, "signed-out");

        Assert.Equal("signed-out", await first.Goodbye);
        Assert.Equal("signed-out", await second.Goodbye);
        await Eventually.TrueAsync(() =>
            Task.FromResult(node.Get<LiveConnections>().All.Count == 0)
        );
    }
}
