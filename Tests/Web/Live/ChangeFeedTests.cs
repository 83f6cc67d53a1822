using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public sealed class ChangeFeedTests(LiveDatabase database) : IClassFixture<LiveDatabase>
{
    [Fact]
    public async Task The_cache_drops_what_changed_before_anybody_is_notified()
    {
        await using var node = await LiveNode.StartAsync(
            database.AppConnection,
            WatchedGroups.AddTo
        );
        var renders = 0;
        var (known, sent) = ("", "");
        var heard = new TaskCompletionSource<string>();
        await Eventually.TrueAsync(async () =>
        {
            known = await ServeAsync();
            return await ServeAsync() == known;
        });
        node.Get<WatchedGroups>().Telling = topic =>
            sent = topic == "first" ? ServeAsync().GetAwaiter().GetResult() : sent;
        using var subscription = node.Get<ChangeFeed>()
            .On("first", _ => heard.TrySetResult(ServeAsync().GetAwaiter().GetResult()));

        await database.ChangeAsync("first");
        var served = await heard.Task.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.NotEqual(known, served);
        Assert.NotEqual(known, sent);
        Assert.NotEmpty(sent);

        async Task<string> ServeAsync()
        {
            var fragment = await node.Get<FragmentCache>()
                .GetAsync("first", "all", ["first"], _ => Task.FromResult($"{++renders}"));
            return fragment.Html;
        }
    }

    [Fact]
    public async Task A_viewer_waits_for_those_who_watch_the_same_topic_only()
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);
        await using var others = await GatherAsync(node, 40, i => $"person:{i}");
        await using var viewer = await node.ConnectAsync();
        await viewer.WatchAsync(["team"]);

        await database.ChangeAsync("team");
        Assert.Equal(0, (await viewer.HearsAsync("team")).Spread);

        // All who watch any person are told of many at once; those here also watch two.
        await viewer.WatchAsync(["team", "person:1", "person:2"]);
        await database.ChangeAsync("person:*");
        Assert.Equal(4, (await viewer.HearsAsync("person:*")).Spread);

        await using (await GatherAsync(node, 30, _ => "team"))
        {
            await database.ChangeAsync("team");
            Assert.Equal(3, (await viewer.HearsAsync("team")).Spread);
        }
        await Eventually.TrueAsync(async () =>
        {
            await database.ChangeAsync("team");
            return (await viewer.HearsAsync("team")).Spread == 0;
        });
    }

    [Fact]
    public async Task Each_notice_says_which_state_began_with_it()
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);
        await using var viewer = await node.ConnectAsync();
        await viewer.WatchAsync(["team"]);

        await database.ChangeAsync("team");
        var first = (await viewer.HearsAsync("team")).State;
        await database.ChangeAsync("team");

        Assert.True((await viewer.HearsAsync("team")).State > first);
    }

    static async Task<Crowd> GatherAsync(LiveNode node, int size, Func<int, string> topic)
    {
        var crowd = new Crowd();
        for (var i = 0; i < size; i++)
        {
            var client = await node.ConnectAsync();
            crowd.Add(client);
            await client.WatchAsync([topic(i)]);
        }
        return crowd;
    }

    sealed class Crowd : List<LiveClient>, IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var client in this)
                await client.DisposeAsync();
        }
    }
}
