namespace StaffDashboard.Data.Measures;

/// <summary>What was measured in a stretch of time, by name, label and step.</summary>
public sealed class Totals(IEnumerable<MeasureLine> lines)
{
    readonly ILookup<string, MeasureLine> names = lines.ToLookup(
        line => line.Name,
        StringComparer.Ordinal
    );

    readonly Dictionary<(string Name, string? Label), Reading> sums = [];

    public bool IsEmpty => names.Count == 0;

    /// <param name="label">Null for all of them together.</param>
    public Reading Of(string name, string? label = null)
    {
        if (!sums.TryGetValue((name, label), out var sum))
            sums[(name, label)] = sum = Reading.Of(
                names[name]
                    .Where(line => label is null || line.Label == label)
                    .Select(line => line.Reading)
            );
        return sum;
    }

    public long Count(string name, string? label = null) => Of(name, label).Count;

    public double Sum(string name, string? label = null) => Of(name, label).Sum;

    public double Max(string name, string? label = null) => Of(name, label).Max;

    public double? Mean(string name, string? label = null) => Of(name, label).Mean;

    public double? Percentile(string name, double share) => Of(name).Percentile(share);

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<(string Label, Reading Reading)> ByLabel(string name) =>
        [
            .. names[name]
                .GroupBy(line => line.Label, StringComparer.Ordinal)
                .Select(each => (each.Key, Reading.Of(each.Select(line => line.Reading))))
                .Where(each => each.Item2.Count > 0)
                .OrderByDescending(each => each.Item2.Count)
                .ThenBy(each => each.Key, StringComparer.Ordinal),
        ];

    /// <summary>The same, cut into steps; a step in which nothing was measured is empty.</summary>
    public IReadOnlyList<(DateTimeOffset At, Totals Totals)> Steps(Stretch stretch, TimeSpan step)
    {
        var cut = names
            .SelectMany(lines => lines)
            .ToLookup(line => (line.At.UtcTicks - stretch.From.UtcTicks) / step.Ticks);
        var count = (stretch.Until.UtcTicks - stretch.From.UtcTicks + step.Ticks - 1) / step.Ticks;
        return
        [
            .. Enumerable
                .Range(0, (int)count)
                .Select(i => (stretch.From + (step * i), new Totals(cut[i]))),
        ];
    }
}

public sealed record MeasureLine(DateTimeOffset At, string Name, string Label, Reading Reading);
