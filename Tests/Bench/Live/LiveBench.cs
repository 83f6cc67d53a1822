using System.Globalization;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Live;

static class LiveBench
{
    static readonly string[] Head =
    [
        "",
        "watching",
        "looking",
        "saves",
        "answered p50",
        "p95",
        "p99",
        "told p50",
        "p95",
        "p99",
        "fragment changed p50",
        "p95",
        "p99",
        "lost",
        "stale",
    ];

    internal static async Task RunAsync(bool quick)
    {
        await using var ground = await Ground.MakeAsync();
        await Report.MachineAsync(ground);
        await Team.GrowAsync(ground, 60);
        var person = await ground.AskAsync<Guid>(
            "select id from employees where archived_at is null order by name limit 1"
        );
        await using var product = await ground.StartProductAsync();
        using var admin = await SignedIn.AsAdminAsync(product.Address);
        await using var bare = await Floor.StartAsync("live", ground.Superuser);
        using var floor = new FloorStage(bare.Address);
        var office = new ProductStage(
            product.Address,
            admin,
            await ContactForm.OpenAsync(admin, person)
        );

        var rows = new List<string[]>();
        foreach (var (watchers, lookers, saves) in Plan(quick))
        {
            rows.Add(await MeasureAsync("product", office, watchers, lookers, saves));
            rows.Add(await MeasureAsync("floor", floor, watchers, lookers, saves));
        }
        Console.WriteLine("Milliseconds from the beginning of the save.");
        Console.WriteLine();
        Report.Table(Head, rows);
        await BesideOthersAsync(office, quick);
        await Loss.MeasureAsync(ground, product.Address, admin, quick ? 1_000 : 10_000);
    }

    // The last: everybody asks for the fragment at once, all from the load generator on the same cores.
    static (int, int, int)[] Plan(bool quick) =>
        quick
            ? [(1, 1, 20), (100, 10, 20)]
            : [(1, 1, 500), (100, 10, 300), (1_000, 10, 200), (1_000, 1_000, 50)];

    static async Task<string[]> MeasureAsync(
        string title,
        IStage stage,
        int watchers,
        int lookers,
        int saves
    )
    {
        var outcome = await SaveAsync(stage, watchers, lookers, saves);
        return
        [
            title,
            Report.Whole(watchers),
            Report.Whole(lookers),
            Report.Whole(saves),
            .. outcome.Saved.Cells,
            .. outcome.Heard.Cells,
            .. outcome.Seen.Cells,
            outcome.Lost.ToString(CultureInfo.InvariantCulture),
            outcome.Stale.ToString(CultureInfo.InvariantCulture),
        ];
    }

    /// <summary>One looks at the team while many sockets watch something else: what does their number cost?</summary>
    static async Task BesideOthersAsync(ProductStage office, bool quick)
    {
        Descriptors.Require(6_000);
        var rows = new List<string[]>();
        foreach (var others in new[] { 0, 1_000, 5_000 })
        {
            string[][] topics =
            [
                .. Enumerable
                    .Range(0, others)
                    .Select(_ => new[] { $"person:{Guid.CreateVersion7()}" }),
            ];
            await using var audience = await Audience.GatherAsync(
                office.Address,
                office.Cookie,
                topics,
                (_, _, _) => { }
            );
            var outcome = await SaveAsync(office, 1, 1, quick ? 50 : 200);
            rows.Add([Report.Whole(others), .. outcome.Asked.Cells, .. outcome.Seen.Cells]);
        }
        Console.WriteLine();
        Report.Table(
            [
                "sockets that watch something else",
                "notice → request p50",
                "p95",
                "p99",
                "fragment changed p50",
                "p95",
                "p99",
            ],
            rows
        );
    }

    static async Task<Outcome> SaveAsync(IStage stage, int watchers, int lookers, int saves)
    {
        var outcome = new Outcome();
        Round? round = null;
        string[][] topics = [.. Enumerable.Repeat<string[]>(["team"], watchers)];
        await using var audience = await Audience.GatherAsync(
            stage.Address,
            stage.Cookie,
            topics,
            (who, when, message) => Volatile.Read(ref round)?.Hear(who, when, message)
        );
        for (var save = -60; save < saves; save++)
        {
            // The first few warm everything up and do not count.
            var next = new Round(stage, watchers, lookers, save < 0 ? new Outcome() : outcome);
            Volatile.Write(ref round, next);
            await next.RunAsync();
            await Task.Delay(Random.Shared.Next(20, 60));
        }
        return outcome;
    }
}
