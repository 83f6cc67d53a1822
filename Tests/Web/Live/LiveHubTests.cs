using System.Net.WebSockets;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public sealed class LiveHubTests(LiveDatabase database)
    : IClassFixture<LiveDatabase>,
        IAsyncLifetime
{
    LiveNode node = null!;

    public async ValueTask InitializeAsync() =>
        node = await LiveNode.StartAsync(database.AppConnection);

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task A_watcher_is_told_who_changed_what()
    {
        await using var client = await node.ConnectAsync();
        await client.WatchAsync(["team"]);

        await database.ChangeAsync("team", "Bea", "r1");

        var told = await client.NextAsync();
        Assert.Equal(("Bea", "r1"), (told.By, told.Origin));
        Assert.Equal(["team"], told.Topics);
    }

    [Fact]
    public async Task Only_what_is_watched_is_told()
    {
        await using var client = await node.ConnectAsync();
        await client.WatchAsync(["team", "person:1"]);
        await client.WatchAsync(["team"]);

        await database.ChangeAsync("person:1");
        await database.ChangeAsync("person:2");
        await database.ChangeAsync("person:*");
        await database.ChangeAsync("team");

        Assert.Equal(["team"], (await client.NextAsync()).Topics);
    }

    [Fact]
    public async Task Who_watches_one_person_is_told_of_many()
    {
        await using var client = await node.ConnectAsync();
        await client.WatchAsync(["person:1"]);

        await database.ChangeAsync("person:*");

        Assert.Equal(["person:*"], (await client.NextAsync()).Topics);
    }

    [Fact]
    public async Task What_happened_between_render_and_subscribe_is_replayed()
    {
        var since = await node.Get<Since>().CurrentAsync();
        await database.ChangeAsync("team");
        await using var client = await node.ConnectAsync();

        // A mark is as old as the oldest transaction of the whole server: what no test here has touched tells the difference.
        var missed = await client.WatchAsync(["team", "work-roles"], since);

        Assert.Equal(["team"], missed.Topics);
        Assert.False(missed.All);
    }

    [Fact]
    public async Task A_change_sent_just_before_joining_the_group_is_reported_as_missed()
    {
        await using var other = await LiveNode.StartAsync(
            database.AppConnection,
            WatchedGroups.AddTo
        );
        using var ear = new Ear(other, "person:9");
        await using var client = await other.ConnectAsync();
        var since = await other.Get<Since>().CurrentAsync();
        other.Get<WatchedGroups>().Joining = async group =>
        {
            if (group != "person:9")
                return;
            await database.ChangeAsync("person:9");
            await ear.HearsAsync("person:9");
        };

        var missed = await client.WatchAsync(["person:9"], since);

        Assert.Equal(["person:9"], missed.Topics);
        Assert.Empty(client.Heard());
    }

    [Fact]
    public async Task A_mark_of_another_history_asks_for_everything()
    {
        await using var client = await node.ConnectAsync();

        Assert.True((await client.WatchAsync(["team"], "1-00000001-1.5")).All);
    }

    [Fact]
    public async Task Two_nodes_tell_each_others_browsers()
    {
        await using var other = await LiveNode.StartAsync(database.AppConnection);
        await using var here = await node.ConnectAsync();
        await using var there = await other.ConnectAsync();
        await here.WatchAsync(["team"]);
        await there.WatchAsync(["team"]);

        await database.ChangeAsync("team", "Bea");

        Assert.Equal("Bea", (await here.NextAsync()).By);
        Assert.Equal("Bea", (await there.NextAsync()).By);
    }

    [Fact]
    public async Task A_topic_that_is_not_mine_is_refused_by_name()
    {
        await using var client = await node.ConnectAsync();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            client.WatchAsync(["team", "users"])
        );
        await database.ChangeAsync("team");
        await client.WatchAsync(["person:1"]);
        await database.ChangeAsync("person:1");

        Assert.Contains("403: users", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["person:1"], (await client.NextAsync()).Topics);
    }

    [Fact]
    public async Task An_admin_watches_the_users()
    {
        await using var client = await node.ConnectAsync(role: UserRole.Admin);
        await client.WatchAsync(["users"]);

        await database.ChangeAsync("users");

        Assert.Equal(["users"], (await client.NextAsync()).Topics);
    }

    [Fact]
    public async Task Too_many_topics_are_refused()
    {
        await using var client = await node.ConnectAsync();
        var topics = Enumerable.Range(0, LiveHub.MostTopics + 1).Select(i => $"person:{i}");

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.WatchAsync([.. topics]));
        await client.WatchAsync([.. topics.Skip(1)]);
    }

    [Fact]
    public async Task Malformed_names_are_refused_in_words_and_malformed_passes_ignored()
    {
        await using var client = await node.ConnectAsync();
        foreach (var name in (string[])[null!, "", "person:\0", "person:\u001b[2J", "person:\n"])
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
                client.WatchAsync(["team", name])
            );
            Assert.Contains("cannot be watched", refused.Message, StringComparison.Ordinal);
        }
        await client.WatchAsync(null!, null!);
        await client.WatchAsync(["team"], "\0.18446744073709551615");
        await client.ShowAsync(null!);
        await client.ShowAsync(null!, "", "\0", "not a pass");

        await database.ChangeAsync("team");

        Assert.Equal(["team"], (await client.NextAsync()).Topics);
    }

    [Fact]
    public async Task Watching_without_end_is_refused()
    {
        await using var client = await node.ConnectAsync();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                await client.WatchAsync(["team"]);
            }
        });

        Assert.Contains("too often", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_sockets_of_one_person_share_an_allowance_and_nobody_elses_do()
    {
        var bea = Guid.CreateVersion7();
        await using var one = await node.ConnectAsync(bea);
        await one.WatchAsync(["team"]);
        while (node.Get<HubCallRateLimiter>().Take(bea, 20)) { }

        await using var other = await node.ConnectAsync(bea);
        // Fewer than one socket may: at once, for the allowance comes back by the clock.
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Task.WhenAll(Enumerable.Range(0, 50).Select(_ => other.WatchAsync(["team"])))
        );

        Assert.Contains("too often", refused.Message, StringComparison.Ordinal);
        await using var tom = await node.ConnectAsync();
        await tom.WatchAsync(["team"]);
    }

    [Fact]
    public async Task Nobody_watches_without_a_session() =>
        await Assert.ThrowsAsync<WebSocketException>(() =>
            LiveClient.ConnectAsync(node.Site, "no=cookie")
        );

    [Fact]
    public async Task Who_has_as_many_sockets_as_fit_is_told_to_come_later_and_nobody_else_is()
    {
        var bea = Guid.CreateVersion7();
        var cookie = await node.CookieAsync(bea);
        var open = new List<LiveClient>();
        try
        {
            for (var i = 0; i < SocketLimit.Usual; i++)
            {
                open.Add(await LiveClient.ConnectAsync(node.Site, cookie));
            }
            await using (var oneTooMany = await LiveClient.ConnectAsync(node.Site, cookie))
            {
                Assert.Equal("too-many", await oneTooMany.Goodbye);
                await oneTooMany.Closed;
            }
            await using var tom = await node.ConnectAsync();
            await tom.WatchAsync(["team"]);
            await open[0].WatchAsync(["team"]);
            Assert.Equal(SocketLimit.Usual + 1, node.Get<LiveConnections>().Count);

            await open[^1].DisposeAsync();
            open.RemoveAt(open.Count - 1);
            await Eventually.EqualAsync(
                SocketLimit.Usual,
                () => Task.FromResult(node.Get<LiveConnections>().Count)
            );
            await using var again = await LiveClient.ConnectAsync(node.Site, cookie);
            await again.WatchAsync(["team"]);
        }
        finally
        {
            foreach (var client in open)
            {
                await client.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task A_node_that_stops_says_goodbye()
    {
        await using var client = await node.ConnectAsync();
        await client.WatchAsync(["team"]);

        await node.StopAsync();

        Assert.Equal("restart", await client.Goodbye);
        await client.Closed;
    }
}
