using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public sealed class SessionWatchTests(LiveDatabase database)
    : IClassFixture<LiveDatabase>,
        IAsyncLifetime
{
    readonly Guid _bea = Guid.CreateVersion7();
    LiveNode _node = null!;

    public async ValueTask InitializeAsync() =>
        _node = await LiveNode.StartAsync(database.AppConnection);

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Theory]
    [InlineData("user")]
    [InlineData("sessions")]
    public async Task A_session_that_was_ended_elsewhere_loses_its_socket(string kind)
    {
        await using var ended = await _node.ConnectAsync(_bea, "s1");
        await using var other = await _node.ConnectAsync(_bea, "s2");
        await other.WatchAsync(["team"]);
        await ended.WatchAsync(["team"]);

        _node.Sessions.End("s1");
        await database.ChangeAsync($"{kind}:{_bea}");

        Assert.Equal("signed-out", await ended.Goodbye);
        await ended.Closed;
        await database.ChangeAsync("team");
        Assert.Equal(["team"], (await other.NextAsync()).Topics);
    }

    [Fact]
    public async Task Another_persons_notice_closes_nothing()
    {
        await using var client = await _node.ConnectAsync(_bea, "s1");
        await client.WatchAsync(["team"]);
        _node.Sessions.End("s1");

        await database.ChangeAsync($"user:{Guid.CreateVersion7()}");
        await database.ChangeAsync("team");

        Assert.Equal(["team"], (await client.NextAsync()).Topics);
        Assert.Single(_node.Get<LiveConnections>().All);
    }

    [Fact]
    public async Task A_socket_opened_with_a_session_that_has_just_ended_is_closed()
    {
        var cookie = await _node.CookieAsync(_bea, "s1");
        _node.Sessions.End("s1");

        await using var client = await LiveClient.ConnectAsync(_node.Site, cookie);

        Assert.Equal("signed-out", await client.Goodbye);
    }

    [Fact]
    public async Task All_sockets_of_a_person_can_be_closed()
    {
        await using var first = await _node.ConnectAsync(_bea, "s1");
        await using var second = await _node.ConnectAsync(_bea, "s2");
        await first.WatchAsync([]);
        await second.WatchAsync([]);

        await _node.Get<LiveConnections>().CloseAsync(each => each.Viewer.Id == _bea, "signed-out");

        Assert.Equal("signed-out", await first.Goodbye);
        Assert.Equal("signed-out", await second.Goodbye);
        await Eventually.TrueAsync(() =>
            Task.FromResult(_node.Get<LiveConnections>().All.Count == 0)
        );
    }
}
