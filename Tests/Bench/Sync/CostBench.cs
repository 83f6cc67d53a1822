using System.Globalization;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Sync;

/// <summary>
/// The same program three times, each over its own copy of one database, taking turns: with measuring, without, and
/// without once more. What the last two differ by is what cannot be told on this machine.
/// </summary>
static class CostBench
{
    static readonly string[] Head =
    [
        "",
        "measuring",
        "not",
        "not, once more",
        "measuring / not",
        "not / not",
    ];

    static readonly (string Name, string Setting)[] Kinds =
    [
        ("measuring", "on"),
        ("not", "off"),
        ("again", "off"),
    ];

    internal static async Task RunAsync(Ground ground, bool quick)
    {
        var (warmUp, turns, saves, seconds) = quick ? (1, 3, 10, 0.5) : (5, 24, 40, 2.0);
        var offices = new List<TurningOffice>();
        foreach (var (name, setting) in Kinds)
            offices.Add(await TurningOffice.OpenAsync(ground, name, setting));
        var taken = new Dictionary<string, List<double[]>>();
        for (var turn = -warmUp; turn < turns; turn++)
        {
            var values = new Dictionary<string, double>[offices.Count];
            // Each is the first, the second and the last equally often.
            for (var at = 0; at < offices.Count; at++)
            {
                var who = (at + turn + warmUp) % offices.Count;
                values[who] = await offices[who].TurnAsync(saves, TimeSpan.FromSeconds(seconds));
            }
            if (turn < 0)
                continue;
            foreach (var what in values[0].Keys)
            {
                if (!taken.TryGetValue(what, out var all))
                    taken[what] = all = [];
                all.Add([.. values.Select(one => one[what])]);
            }
        }
        foreach (var office in offices)
            await office.DisposeAsync();
        Console.WriteLine(
            $"The middle of {turns} turns; of the ratios, too, the middle of those of each turn. Aim: under 1.03."
        );
        Console.WriteLine();
        Report.Table(Head, taken.Select(what => Row(what.Key, what.Value)));
    }

    static string[] Row(string what, List<double[]> turns) =>
        [
            what,
            .. Enumerable
                .Range(0, Kinds.Length)
                .Select(at => Samples.Words(Middle(turns.Select(turn => turn[at])))),
            Ratio(turns, 0),
            Ratio(turns, 2),
        ];

    static string Ratio(List<double[]> turns, int at) =>
        Middle(turns.Select(turn => turn[at] / turn[1]))
            .ToString("0.000", CultureInfo.InvariantCulture);

    static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
