using System.Globalization;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Soak;

/// <summary>Half an hour of work without a pause: is as much memory held at its end as after its first minutes?</summary>
static class SoakBench
{
    const int Desks = 8;

    internal static async Task RunAsync(bool quick)
    {
        var minutes = quick ? 4 : 30;
        await using var ground = await Ground.MakeAsync();
        await Report.MachineAsync(ground);
        await Team.GrowAsync(ground, 1_000);
        var people = await ground.AskAsync<Guid[]>(
            "select array_agg(id order by id) from employees where archived_at is null"
        );
        await using var product = await ground.StartProductInAsync(
            typeof(SoakBench).Assembly.Location,
            "weighed"
        );
        using var admin = await SignedIn.AsAdminAsync(product.Address);
        Desk[] desks =
        [
            .. people
                .Chunk(people.Length / Desks)
                .Take(Desks)
                .Select(theirs => new Desk(admin, product.Address, theirs)),
        ];
        // The last weighing is to be of a program at work, too.
        using var end = new CancellationTokenSource(
            TimeSpan.FromMinutes(minutes) + TimeSpan.FromSeconds(20)
        );
        await Task.WhenAll(desks.Select(desk => desk.WorkAsync(end.Token)));

        var held = product
            .Said.Where(line => line.StartsWith(Weighed.Says, StringComparison.Ordinal))
            .Select(line => long.Parse(line[Weighed.Says.Length..], CultureInfo.InvariantCulture))
            .ToArray();
        Console.WriteLine(
            $"{Report.Whole(desks.Sum(desk => desk.Requests))} requests, a sixth of them saves."
        );
        Console.WriteLine();
        Report.Table(
            ["minute", "held after a full collection, MB"],
            held.Select((bytes, at) => new[] { $"{at + 1}", Megabytes(bytes) })
        );
        var third = held.Length / 3;
        Console.WriteLine(
            $"Second third {Megabytes(held[third..^third].Average())} MB, last third {Megabytes(held[^third..].Average())} MB."
        );
    }

    static string Megabytes(double bytes) =>
        (bytes / 1e6).ToString("N1", CultureInfo.InvariantCulture);
}
