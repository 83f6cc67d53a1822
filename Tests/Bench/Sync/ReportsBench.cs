using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using StaffDashboard.Bench.Support;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Bench.Sync;

/// <summary>
/// A thousand people with a page open, each with a session of their own. An ordinary time: each reports once a minute.
/// And the worst: all of them at one moment, as when the line comes back for everybody.
/// </summary>
static class ReportsBench
{
    static readonly string[] Head =
    [
        "",
        "clients",
        "reports",
        "requests/s",
        "p50 ms",
        "p95",
        "p99",
        "errors",
        "processor, % of a core",
        "saves told",
        "saves written",
    ];

    internal static async Task RunAsync(Ground ground, bool quick)
    {
        var (clients, minute, minutes, times) = quick
            ? (40, TimeSpan.FromSeconds(5), 1, 3)
            : (1_000, TimeSpan.FromMinutes(1), 3, 10);
        await using var database = await ground.CopyAsync("reports");
        await MeasuredOffice.HireAsync(database, clients);
        await using var product = await ground.StartProductAsync(null, database.Name);
        var people = await SignInAsync(product.Address, clients);
        Reporter[] reporters = [.. people.Select(one => new Reporter(one))];
        var rows = new List<string[]>();

        async Task MeasureAsync(string what, Func<Tally, Task> tell)
        {
            var before = await SavesAsync(database);
            var (tally, began, spent) = (
                new Tally(),
                Stopwatch.GetTimestamp(),
                product.ProcessorTime
            );
            await tell(tally);
            var took = Stopwatch.GetElapsedTime(began);
            var share = (product.ProcessorTime - spent) / took;
            var written = await SavesAsync(database) - before;
            rows.Add([
                what,
                Report.Whole(clients),
                Report.Whole(tally.Took.Count),
                Samples.Words(tally.Took.Count / took.TotalSeconds),
                .. tally.Took.Cells,
                tally.Errors,
                Samples.Words(100 * share),
                Report.Whole(tally.Fine * Reporter.ConfirmsAReport),
                Report.Whole(written),
            ]);
        }

        // The program's first requests are its slowest, and no office's.
        await AtOnceAsync(reporters, new Tally(), times);
        await MeasureAsync(
            $"each once in {minute.TotalSeconds:0} s",
            tally => InTurnAsync(reporters, tally, minute, minutes)
        );
        await MeasureAsync("all at one moment", tally => AtOnceAsync(reporters, tally, times));
        Report.Table(Head, rows);
        people.ForEach(one => one.Dispose());
    }

    static async Task<List<SignedIn>> SignInAsync(Uri address, int clients)
    {
        var people = new ConcurrentBag<SignedIn>();
        await Parallel.ForEachAsync(
            Enumerable.Range(1, clients),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (at, _) =>
                people.Add(
                    await SignedIn.AsAsync(
                        address,
                        $"person{at}@example.test",
                        $"10.1.{at / 250}.{at % 250 + 1}"
                    )
                )
        );
        return [.. people];
    }

    static Task InTurnAsync(Reporter[] reporters, Tally tally, TimeSpan minute, int minutes) =>
        Task.WhenAll(
            reporters.Select(
                async (reporter, at) =>
                {
                    await Task.Delay(minute * at / reporters.Length);
                    using var tick = new PeriodicTimer(minute);
                    for (var i = 0; i < minutes; i++)
                    {
                        await tally.SendAsync(reporter);
                        await tick.WaitForNextTickAsync();
                    }
                }
            )
        );

    static async Task AtOnceAsync(Reporter[] reporters, Tally tally, int times)
    {
        for (var i = 0; i < times; i++)
            await Task.WhenAll(reporters.Select(tally.SendAsync));
    }

    static Task<long> SavesAsync(TestDatabase database) =>
        database.AskAsync<long>("select coalesce(sum(confirms), 0)::bigint from person_minutes");

    /// <summary>How long each took, and what was not taken.</summary>
    sealed class Tally
    {
        readonly ConcurrentDictionary<string, int> errors = [];
        int fine;

        internal Samples Took { get; } = new();
        internal int Fine => fine;
        internal string Errors =>
            errors.IsEmpty
                ? "0"
                : string.Join(
                    ", ",
                    errors.Select(one =>
                        string.Create(CultureInfo.InvariantCulture, $"{one.Value} {one.Key}")
                    )
                );

        internal async Task SendAsync(Reporter reporter)
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                var status = await reporter.SendAsync();
                if (status == HttpStatusCode.NoContent)
                    Interlocked.Increment(ref fine);
                else
                    Count(status.ToString());
            }
            catch (HttpRequestException failed)
            {
                Count(failed.HttpRequestError.ToString());
            }
            Took.AddSince(began);
        }

        void Count(string error) => errors.AddOrUpdate(error, 1, (_, times) => times + 1);
    }
}
