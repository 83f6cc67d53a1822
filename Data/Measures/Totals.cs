namespace StaffDashboard.Data.Measures;

/// <summary>What was measured in a stretch of time, by name, label and step.</summary>
public sealed class Totals
{
    readonly List<MeasureLine> _lines;
    readonly Dictionary<string, int[]> _buckets = new(StringComparer.Ordinal);

    public Totals(IEnumerable<MeasureLine> lines)
    {
        _lines = [.. lines];
        foreach (var line in _lines)
            Add(line);
    }

    public long Count(string name, string? label = null) => Of(name, label).Sum(l => l.Count);

    public double Max(string name) => Of(name, null).Select(l => l.Max).DefaultIfEmpty().Max();

    public double Sum(string name, string? label = null) => Of(name, label).Sum(l => l.Sum);

    public double? Mean(string name, string? label = null) =>
        Count(name, label) is > 0 and var count ? Sum(name, label) / count : null;

    public double? Percentile(string name, double share) =>
        _buckets.TryGetValue(name, out var buckets)
            ? Distribution.Percentile(buckets, share)
            : null;

    public IReadOnlyList<(string Label, long Count)> ByLabel(string name) =>
        [
            .. Of(name, null)
                .GroupBy(l => l.Label, StringComparer.Ordinal)
                .Select(g => (g.Key, g.Sum(l => l.Count)))
                .Where(pair => pair.Item2 > 0)
                .OrderByDescending(pair => pair.Item2)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal),
        ];

    public bool IsEmpty => _lines.Count == 0;

    /// <summary>The same, cut into steps; a step in which nothing was measured is empty.</summary>
    public IReadOnlyList<(DateTimeOffset At, Totals Totals)> Steps(Stretch stretch, TimeSpan step)
    {
        var cut = _lines.ToLookup(l => (l.At.UtcTicks - stretch.From.UtcTicks) / step.Ticks);
        var count = (stretch.Until.UtcTicks - stretch.From.UtcTicks + step.Ticks - 1) / step.Ticks;
        return
        [
            .. Enumerable
                .Range(0, (int)count)
                .Select(i => (stretch.From + (step * i), new Totals(cut[i]))),
        ];
    }

    IEnumerable<MeasureLine> Of(string name, string? label) =>
        _lines.Where(l => l.Name == name && (label is null || l.Label == label));

    void Add(MeasureLine line)
    {
        if (line.Buckets is null)
            return;
        if (!_buckets.TryGetValue(line.Name, out var sum))
            _buckets[line.Name] = sum = new int[Distribution.Buckets];
        for (var i = 0; i < Math.Min(sum.Length, line.Buckets.Length); i++)
            sum[i] += line.Buckets[i];
    }
}

public sealed record MeasureLine(
    DateTimeOffset At,
    string Name,
    string Label,
    long Count,
    double Sum,
    double Max,
    int[]? Buckets
);
