using Npgsql;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public sealed class ChangeReaderTests(LiveDatabase database) : IClassFixture<LiveDatabase>
{
    [Fact]
    public async Task A_late_commit_is_still_told()
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);
        using var ear = new Ear(node, "late:*");
        await using var connection = await database.Owner.OpenConnectionAsync();
        await using var held = await connection.BeginTransactionAsync();
        await LogChange.WriteAsync(connection, ["late:held"]);
        for (var i = 0; i < 3; i++)
        {
            await database.ChangeAsync($"late:{i}");
            await ear.HearsAsync($"late:{i}");
        }
        Assert.DoesNotContain("late:held", ear.Heard);

        await held.CommitAsync();

        await ear.HearsAsync("late:held");
        Assert.Equal(ear.Heard.Distinct().Count(), ear.Heard.Count);
    }

    [Fact]
    public async Task Nothing_is_lost_and_nothing_doubled_under_many_writers()
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);
        using var ear = new Ear(node, "many:*");

        await WriteAsync("many", writers: 16, each: 320, () => node.Get<Doorbell>().Ring());

        await ear.HearsAsync(16 * 320);
        await database.ChangeAsync("many:last");
        await ear.HearsAsync("many:last");
        Assert.Equal(16 * 320 + 1, ear.Heard.Count);
        Assert.Equal(16 * 320 + 1, ear.Heard.Distinct().Count());
    }

    [Fact]
    public async Task A_reader_whose_connection_is_cut_goes_on_where_it_stood()
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);
        using var ear = new Ear(node, "cut:*");

        var writing = WriteAsync("cut", writers: 4, each: 200, () => { });
        for (var i = 0; i < 5; i++)
        {
            await CutAsync();
        }
        await writing;

        await ear.HearsAsync(4 * 200);
        Assert.Equal(4 * 200, ear.Heard.Distinct().Count());
        Assert.Equal(4 * 200, ear.Heard.Count);
        Assert.DoesNotContain("*", ear.Heard);
    }

    [Fact]
    public async Task A_reader_that_cannot_read_says_so_until_it_can()
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);
        var position = node.Get<Position>();

        await database.ExecuteAsync("revoke select on change_log from staffdashboard_app");
        await Eventually.TrueAsync(() => Task.FromResult(!position.IsCurrent));
        await database.ExecuteAsync("grant select on change_log to staffdashboard_app");

        await Eventually.TrueAsync(() => Task.FromResult(position.IsCurrent));
    }

    [Fact]
    public async Task A_reader_left_behind_by_the_pruning_tells_everybody_to_ask_again()
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);
        using var ear = new Ear(node, "pruned:*");
        await using var connection = await database.Owner.OpenConnectionAsync();
        await using var held = await connection.BeginTransactionAsync();
        await LogChange.WriteAsync(connection, ["pruned:held"]);
        await database.ChangeAsync("pruned:other");
        await ear.HearsAsync("pruned:other");

        await database.ExecuteAsync(
            "update change_log_floor set xid = pg_snapshot_xmax(pg_current_snapshot())"
        );

        await ear.HearsAsync("*");
        await held.RollbackAsync();
    }

    [Fact]
    public async Task A_reader_at_the_floor_is_left_behind_and_notified_once()
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);
        using var ear = new Ear(node, "floor:*");
        await using var connection = await database.Owner.OpenConnectionAsync();
        await using var held = await connection.BeginTransactionAsync();
        await LogChange.WriteAsync(connection, ["floor:held"]);
        var place = await XidAsync(connection);
        await Eventually.EqualAsync(
            place,
            () => Task.FromResult(node.Get<Position>().Mark?.Xmin ?? 0)
        );

        await database.ExecuteAsync($"update change_log_floor set xid = '{place}'");

        await ear.HearsAsync("*");
        for (var i = 0; i < 3; i++)
        {
            await SweptAsync(node);
        }
        Assert.Single(ear.Heard, "*");
        await held.RollbackAsync();
    }

    [Fact]
    public async Task A_mark_moves_past_a_change_only_after_it_was_delivered()
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);
        var position = node.Get<Position>();
        Mark? mark = null;
        var told = new TaskCompletionSource();
        using var subscription = node.Get<ChangeFeed>()
            .On(
                "mark:moved",
                _ =>
                {
                    mark = position.Mark;
                    told.TrySetResult();
                }
            );
        await using var connection = await database.Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await LogChange.WriteAsync(connection, ["mark:moved"]);
        var xid = await XidAsync(connection);
        await transaction.CommitAsync();

        await told.Task.WaitAsync(Patience);
        Assert.True(mark is null || mark.Xmin <= xid, $"{mark} was beyond {xid}");
        await Eventually.TrueAsync(() => Task.FromResult(position.Mark?.Xmin > xid));
    }

    [Fact]
    public async Task What_is_saved_while_a_sweep_is_told_waits_for_the_next_sweep()
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);
        using var ear = new Ear(node, "during:*");
        var waited = new TaskCompletionSource<List<string>>();
        using var subscription = node.Get<ChangeFeed>()
            .On(
                "during:first",
                notice =>
                {
                    // Between the sweep's query and its end.
                    database.ChangeAsync("during:second").GetAwaiter().GetResult();
                    node.Get<CatchUp>().Ask();
                    _ = WaitAsync();
                }
            );

        await database.ChangeAsync("during:first");

        Assert.Contains("during:second", await waited.Task.WaitAsync(Patience));

        async Task WaitAsync()
        {
            while (!await node.Get<CatchUp>().WaitAsync()) { }
            waited.TrySetResult(ear.Heard);
        }
    }

    [Fact]
    public async Task A_wait_for_a_sweep_ends_with_the_next_one()
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);

        await SweptAsync(node);

        Assert.False(node.Get<CatchUp>().IsDue);
    }

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // On a slow machine a sweep may take longer than a request would wait for it.
    static Task SweptAsync(LiveNode node)
    {
        node.Get<CatchUp>().Ask();
        return Eventually.TrueAsync(async () => await node.Get<CatchUp>().WaitAsync());
    }

    static async Task<ulong> XidAsync(NpgsqlConnection connection)
    {
        await using var ask = new NpgsqlCommand("select pg_current_xact_id()", connection);
        return (ulong)(await ask.ExecuteScalarAsync())!;
    }

    async Task WriteAsync(string kind, int writers, int each, Action ring) =>
        await Task.WhenAll(
            Enumerable
                .Range(0, writers)
                .Select(async writer =>
                {
                    await using var connection = await database.Owner.OpenConnectionAsync();
                    for (var i = 0; i < each; i++)
                    {
                        await using var transaction = await connection.BeginTransactionAsync();
                        await LogChange.WriteAsync(connection, [$"{kind}:{writer}-{i}"]);
                        await LingerAsync(connection, (writer + i) % 7 == 0);
                        await transaction.CommitAsync();
                        ring();
                    }
                })
        );

    // An id that is taken early and committed late is what a careless reader loses.
    static async Task LingerAsync(NpgsqlConnection connection, bool isLong)
    {
        await using var sleep = new NpgsqlCommand(
            $"select pg_sleep({(isLong ? "0.02" : "0")})",
            connection
        );
        await sleep.ExecuteNonQueryAsync();
    }

    Task CutAsync() =>
        Eventually.TrueAsync(async () =>
        {
            await using var cut = database.Owner.CreateCommand(
                """
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where application_name = 'staffdashboard changes' and datname = current_database()
                """
            );
            return (long)(await cut.ExecuteScalarAsync())! > 0;
        });
}
