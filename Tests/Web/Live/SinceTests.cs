using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public sealed class SinceTests(LiveDatabase database) : IClassFixture<LiveDatabase>
{
    [Fact]
    public async Task What_happened_since_then_was_missed()
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);
        var since = await node.Get<Since>().CurrentAsync();
        await database.ChangeAsync("team");
        await database.ChangeAsync("person:*");
        await database.ChangeAsync("users");

        var missed = await node.Get<Since>().MissedAsync(since, ["team", "person:7", "skills"]);

        Assert.Equal(["team", "person:7"], missed.Topics);
        Assert.False(missed.All);
    }

    [Fact]
    public async Task What_was_told_before_was_not_missed()
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);
        await database.ChangeAsync("team");

        // Eventually: a transaction that is open anywhere on this server holds the mark back.
        await Eventually.TrueAsync(async () =>
        {
            var told = await node.Get<Since>().MissedAsync("", ["team"]);
            var missed = await node.Get<Since>().MissedAsync(told.Since, ["team"]);
            return missed.Topics.Length == 0 && !missed.All;
        });
    }

    [Fact]
    public async Task A_transaction_open_at_that_moment_is_missed_when_it_commits()
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);
        await using var connection = await database.Owner.OpenConnectionAsync();
        await using var held = await connection.BeginTransactionAsync();
        await LogChange.WriteAsync(connection, ["team"]);
        await database.ChangeAsync("other");
        var asked = await node.Get<Since>().MissedAsync("", ["team"]);
        await held.CommitAsync();

        var missed = await node.Get<Since>().MissedAsync(asked.Since, ["team"]);

        Assert.Equal(["team"], missed.Topics);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("1-00000001-1.5")]
    [InlineData("1.-5")]
    public async Task A_mark_of_another_history_misses_everything(string since)
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);

        var missed = await node.Get<Since>().MissedAsync(since, ["team"]);

        Assert.True(missed.All);
        Assert.Equal(["team"], missed.Topics);
    }

    [Fact]
    public async Task A_mark_older_than_the_log_misses_everything()
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);
        var now = Mark.Parse(await node.Get<Since>().CurrentAsync())!;
        await database.ExecuteAsync($"update change_log_floor set xid = '{now.Xmin - 1}'");

        var above = await node.Get<Since>().MissedAsync($"{now}", ["team"]);
        var atTheFloor = await node.Get<Since>()
            .MissedAsync($"{now with { Xmin = now.Xmin - 1 }}", ["team"]);

        Assert.False(above.All);
        Assert.True(atTheFloor.All);
    }

    [Fact]
    public async Task A_page_has_a_mark_also_while_nobody_reads_the_log()
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);
        await node.StopAsync();
        node.Get<Position>().Lose();

        var since = await node.Get<Since>().CurrentAsync();

        Assert.False((await node.Get<Since>().MissedAsync(since, ["team"])).All);
    }
}
