using System.Globalization;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Admin.Health;

/// <summary>Everything that is measured, in this period and the one before, written down as the program would.</summary>
static class SampledOffice
{
    internal const string Contradiction = "contradiction";

    static readonly (string Name, string Label, double Least, double Most)[] kinds =
    [
        ("sync.confirmed", "", 3, 4000),
        ("sync.seen", "", 3, 900),
        ("lag", "", 0.4, 60),
        ("answer", "", 1, 3000),
        ("answer.queries", "", 1, 30),
        ("answer.database", "", 0.5, 400),
        ("sync.failed", "validation", 1, 1),
        ("sync.failed", "line", 1, 1),
        ("sync.failed", "fault", 1, 1),
        ("request.error", "validation", 1, 1),
        ("request.error", "gone", 1, 1),
        ("sync.conflict", "", 1, 1),
        ("sync.rolled-back", "", 1, 1),
        ("sync.retry", "", 1, 1),
        ("sync.reconnect", "", 1, 1),
        ("sync.failed-swap", "", 1, 1),
        ("sync.refresh", "", 1, 1),
        ("sync.state", "live", 5, 60),
        ("sync.state", "poor", 1, 20),
        ("sync.state", "offline", 1, 20),
        ("sync.queue", "", 1, 12),
        ("sync.queue-age", "", 1, 600),
        ("connections", "websockets", 1, 40),
        ("connections", "long-polling", 1, 6),
        ("fragment", "hit", 1, 1),
        ("fragment", "miss", 1, 1),
        ("fragment", "bypass", 1, 1),
        ("pool", "busy", 0, 9),
        ("pool", "idle", 0, 9),
        ("memory", "", 2e8, 6e8),
        ("gc", "gen0", 1, 1),
        ("gc", "gen1", 1, 1),
        ("gc", "gen2", 1, 1),
        ("mail", "sent", 1, 1),
        ("mail", "failed", 1, 1),
        ("sign-in.refused", "", 1, 1),
        (Contradiction, "", 1, 1),
    ];

    static readonly string[] spread = ["sync.confirmed", "sync.seen", "lag", "answer"];

    /// <summary>About one in six is missing: not every minute brings everything.</summary>
    internal static Samples At(IEnumerable<DateTimeOffset> moments, int seed)
    {
        var dice = new Random(seed);
        return new([
            .. from at in moments
            from kind in kinds
            where dice.Next(6) > 0
            select new Sample(
                at,
                kind.Name,
                kind.Label,
                [
                    .. Enumerable
                        .Range(0, dice.Next(1, 25))
                        .Select(_ => Math.Round(Between(kind.Least, kind.Most, dice), 3)),
                ]
            ),
        ]);
    }

    /// <param name="database">Where it is written.</param>
    /// <param name="table">measure_minutes, or measure_node_hours when its moments are hours.</param>
    /// <param name="samples">What is told.</param>
    internal static async Task WriteAsync(TestDatabase database, string table, Samples samples)
    {
        var lines = samples.All.Where(one => one.Name != Contradiction).Select(Line);
        await database.RunAsync($"insert into {table} values {string.Join(",\n", lines)}");
        var found = samples.All.Where(one => one.Name == Contradiction);
        await database.RunAsync(
            string.Join(
                ";\n",
                found.Select(one =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"insert into inconsistencies (id, at, pair, subject, one_name, one_value, other_name, other_value) select gen_random_uuid(), '{one.At:u}', 'a', 'b', 'c', '1', 'd', '2' from generate_series(1, {one.Values.Length})"
                    )
                )
            )
        );
    }

    static string Line(Sample one) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"('{one.At:u}', '{one.Name}', '{one.Label}', 'planted', {one.Values.Length}, {one.Values.Sum():R}, {one.Values.Max():R}, {Buckets(one)})"
        );

    static string Buckets(Sample one)
    {
        if (!spread.Contains(one.Name))
            return "null";
        var buckets = new int[65];
        foreach (var value in one.Values)
            buckets[Samples.PlaceOf(value)]++;
        return $"'{{{string.Join(',', buckets)}}}'";
    }

    // Even on a scale on which each doubling is as long as the next, as times of computers lie.
    static double Between(double least, double most, Random dice) =>
        least > 0
            ? least * Math.Pow(most / least, dice.NextDouble())
            : Math.Round(most * dice.NextDouble());
}
