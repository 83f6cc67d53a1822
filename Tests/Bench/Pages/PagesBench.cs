using System.Globalization;
using System.Text.Json;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Pages;

/// <summary>
/// Two floors. "All asked": every question of the request, as if nothing were kept in memory. "As asked": only what the
/// product still asks the second time, when its fragments come from memory.
/// </summary>
static class PagesBench
{
    // So long it takes until the just-in-time compiler has made of a fresh program the one of an ordinary day.
    const int WarmUp = 12;

    static readonly string[] Head =
    [
        "employees",
        "page",
        "bytes",
        "product, requests/s",
        "p50 ms",
        "p95",
        "p99",
        "questions, all",
        "floor, requests/s",
        "p95",
        "product / floor",
        "questions, second time",
        "floor, requests/s",
        "p95",
        "product / floor",
    ];

    internal static async Task RunAsync(bool quick)
    {
        await using var ground = await Ground.MakeAsync();
        await Report.MachineAsync(ground);
        var rows = new List<string[]>();
        foreach (var size in quick ? (int[])[1_000, 20_000] : [1_000, 100_000, 1_000_000])
        {
            await Team.GrowAsync(ground, size);
            rows.AddRange(await MeasureAsync(ground, size, quick));
        }
        Console.WriteLine($"{Load.Connections} connections, kept alive, all signed in.");
        Console.WriteLine();
        Report.Table(Head, rows);
    }

    static async Task<List<string[]>> MeasureAsync(Ground ground, int size, bool quick)
    {
        var visits = await Visit.PlanAsync(ground);
        var played = await ListenAsync(ground, visits);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file,
            JsonSerializer.Serialize(played.SelectMany(two => new[] { two.All, two.Second }))
        );
        await using var product = await ground.StartProductAsync();
        using var admin = await SignedIn.AsAdminAsync(product.Address);
        await using var floor = await Floor.StartAsync("pages", ground.App, file);
        var rows = new List<string[]>();
        foreach (var (visit, (all, second)) in visits.Zip(played))
        {
            var loads = new List<Load>
            {
                await Load.RunAsync(product.Address, admin.Cookie, visit.Addresses, quick, WarmUp),
            };
            foreach (var one in (Played[])[all, second])
                loads.Add(
                    await Load.RunAsync(
                        floor.Address,
                        "none=",
                        visit.FloorAddresses(one.Name),
                        quick
                    )
                );
            rows.Add(Row(size, visit, all, second, loads));
        }
        File.Delete(file);
        return rows;
    }

    /// <summary>What a fresh product asks for each page, the first time and the second.</summary>
    static async Task<List<(Played All, Played Second)>> ListenAsync(Ground ground, Visit[] visits)
    {
        var log = new StatementLog(ground);
        await log.BeginAsync();
        await using var product = await ground.StartProductAsync();
        using var admin = await SignedIn.AsAdminAsync(product.Address);
        var played = new List<(Played, Played)>();
        foreach (var visit in visits)
        {
            // Somebody else's first: what is asked once for all is not part of this page.
            await admin.Http.GetStringAsync(new Uri(visit.All[^1].Address, UriKind.Relative));
            var (address, keys) = visit.All[0];
            await ground.RunAsync("insert into change_log (topics) values ('{team}')");
            await Task.Delay(1000);
            var bytes = 0;
            async Task AskAsync() =>
                bytes = (
                    await admin.Http.GetByteArrayAsync(new Uri(address, UriKind.Relative))
                ).Length;
            var first = await log.OfAsync(AskAsync);
            var second = await log.OfAsync(AskAsync);
            played.Add(
                (
                    new(visit.Name, first, keys, bytes),
                    new(visit.Name + "-second", second, keys, bytes)
                )
            );
        }
        await log.EndAsync();
        return played;
    }

    static string[] Row(int size, Visit visit, Played all, Played second, List<Load> loads) =>
        [
            Report.Whole(size),
            visit.What,
            Report.Whole(all.Bytes),
            Report.Whole(loads[0].ASecond),
            .. loads[0].Took.Cells,
            Report.Whole(all.Statements.Length),
            .. Beside(loads[0], loads[1]),
            Report.Whole(second.Statements.Length),
            .. Beside(loads[0], loads[2]),
        ];

    static string[] Beside(Load product, Load floor) =>
        [
            Report.Whole(floor.ASecond),
            Samples.Words(floor.Took.At(95)),
            (product.ASecond / floor.ASecond).ToString("0.00", CultureInfo.InvariantCulture),
        ];
}
