using System.Net;
using StaffDashboard.Bench.Support;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Bench.Sync;

/// <summary>The health page of an office of 500 that has been measured for two months, read by one admin at a time.</summary>
static class HealthBench
{
    const int Aim = 150;

    static readonly string[] Periods = ["24h", "7d", "30d"];
    static readonly (string Words, string Query)[] Filters =
    [
        ("none", ""),
        ("a name", "&q=Person%2004"),
        ("a state, sorted", "&state=offline&sort=name"),
        ("a node", "&node=aaaa1111"),
        ("another figure", "&figure=errors"),
    ];

    internal static async Task RunAsync(Ground ground, bool quick)
    {
        var (people, days, times) = quick ? (500, 30, 10) : (500, 30, 200);
        await using var database = await ground.CopyAsync("health");
        // What recurs would sum up and forget what was made up here.
        await using var product = await ground.StartProductAsync(
            null,
            database.Name,
            ("StaffDashboard__Jobs", "off")
        );
        await MeasuredOffice.FillAsync(database, people, days, TimeProvider.System.GetUtcNow());
        await database.RunAsync("vacuum analyze");
        using var admin = await SignedIn.AsAdminAsync(product.Address);
        var person = await database.AskAsync<Guid>(
            "select id from users where name = 'Person 001'"
        );
        var rows = new List<string[]>();
        foreach (var period in Periods)
        {
            foreach (var (words, query) in Filters)
                rows.Add(
                    await MeasureAsync(
                        admin,
                        period,
                        words,
                        $"/admin/sync-health?period={period}{query}",
                        times
                    )
                );
            rows.Add(
                await MeasureAsync(
                    admin,
                    period,
                    "one person's page",
                    $"/admin/sync-health/people/{person}?period={period}",
                    times
                )
            );
        }
        Console.WriteLine(
            $"{people} people, {days} days and as many before, one question at a time. Aim: p95 under {Aim} ms."
        );
        Console.WriteLine();
        Report.Table(["period", "filter", "bytes", "p50 ms", "p95", "p99"], rows);
    }

    static async Task<string[]> MeasureAsync(
        SignedIn admin,
        string period,
        string words,
        string address,
        int times
    )
    {
        var (took, bytes) = (new Samples(), 0);
        for (var i = -times / 4; i < times; i++)
        {
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            using var answer = await admin.Http.GetAsync(new Uri(address, UriKind.Relative));
            if (answer.StatusCode != HttpStatusCode.OK)
                throw new InvalidOperationException(
                    $"{address} was answered with {answer.StatusCode}."
                );
            bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
            if (i >= 0)
                took.AddSince(began);
        }
        return [period, words, Report.Whole(bytes), .. took.Cells];
    }
}
