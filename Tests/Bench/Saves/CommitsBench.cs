using System.Diagnostics;
using System.Globalization;
using Npgsql;
using StaffDashboard.Bench.Support;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Bench.Saves;

/// <summary>
/// One row a commit, by the app's own role, over two copies of one database that take turns: as it is, and without the
/// triggers that write the trail and the change log.
/// </summary>
static class CommitsBench
{
    const int People = 10_000;

    static readonly string[] Head =
    [
        "clients",
        "plain, commits/s",
        "recorded, commits/s",
        "recorded / plain",
    ];

    internal static async Task RunAsync(Ground ground, bool quick)
    {
        var (turns, seconds) = quick ? (3, 1) : (8, 4);
        await Team.GrowAsync(ground, People);
        await using var recorded = await ground.CopyAsync("recorded");
        await using var plain = await ground.CopyAsync("plain");
        foreach (var kind in (string[])["insert", "update", "delete"])
            await plain.RunAsync($"drop trigger employees_records_{kind} on employees");
        var rows = new List<string[]>();
        foreach (var clients in (int[])[4, 16])
        {
            var taken = new List<(double Plain, double Recorded)>();
            for (var turn = -1; turn < turns; turn++)
            {
                var both = (
                    await CommitAsync(plain, clients, TimeSpan.FromSeconds(seconds)),
                    await CommitAsync(recorded, clients, TimeSpan.FromSeconds(seconds))
                );
                // The first one warms up.
                if (turn >= 0)
                    taken.Add(both);
            }
            rows.Add([
                Report.Whole(clients),
                Report.Whole(Middle(taken.Select(turn => turn.Plain))),
                Report.Whole(Middle(taken.Select(turn => turn.Recorded))),
                Middle(taken.Select(turn => turn.Recorded / turn.Plain))
                    .ToString("0.00", CultureInfo.InvariantCulture),
            ]);
        }
        Console.WriteLine($"The middle of {turns} turns of {seconds} s each.");
        Console.WriteLine();
        Report.Table(Head, rows);
    }

    static async Task<double> CommitAsync(TestDatabase database, int clients, TimeSpan howLong)
    {
        await using var source = NpgsqlDataSource.Create(database.AppConnectionString);
        var ids = await IdsAsync(source);
        var began = Stopwatch.GetTimestamp();
        var commits = await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(_ => Task.Run(() => ClientAsync(source, ids, howLong)))
        );
        return commits.Sum() / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    static async Task<int> ClientAsync(NpgsqlDataSource source, Guid[] ids, TimeSpan howLong)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var update = new NpgsqlCommand(
            "update employees set notes = $1, email = $2 where id = $3",
            connection
        );
        for (var at = 0; at < 3; at++)
            update.Parameters.Add(new() { Value = at < 2 ? "" : Guid.Empty });
        await update.PrepareAsync();
        var began = Stopwatch.GetTimestamp();
        var commits = 0;
        while (Stopwatch.GetElapsedTime(began) < howLong)
        {
            var text = Guid.CreateVersion7().ToString();
            update.Parameters[0].Value = text;
            update.Parameters[1].Value = text + "@example.test";
            update.Parameters[2].Value = ids[Random.Shared.Next(ids.Length)];
            commits += await update.ExecuteNonQueryAsync();
        }
        return commits;
    }

    static async Task<Guid[]> IdsAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("select array_agg(id) from employees");
        return (Guid[])(await command.ExecuteScalarAsync())!;
    }

    static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
