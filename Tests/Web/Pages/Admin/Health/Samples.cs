namespace StaffDashboard.Tests.Web.Pages.Admin.Health;

/// <summary>What a test says was measured: each value by itself, as no program keeps it.</summary>
sealed record Sample(DateTimeOffset At, string Name, string Label, double[] Values);

/// <summary>Some of them, and what they come to. Nothing here is the program's.</summary>
sealed record Samples(IReadOnlyList<Sample> All)
{
    internal bool IsEmpty => All.Count == 0;

    internal Samples In(DateTimeOffset from, DateTimeOffset until) =>
        new([.. All.Where(one => one.At >= from && one.At < until)]);

    internal bool Tell(params string[] names) => All.Any(one => names.Contains(one.Name));

    internal int Count(string name, string? label = null) => Values(name, label).Count;

    internal double Sum(string name, string? label = null) => Values(name, label).Sum();

    internal double? Mean(string name, string? label = null) =>
        Values(name, label) is { Count: > 0 } values ? values.Average() : null;

    internal double? Most(string name, string? label = null) =>
        Values(name, label) is { Count: > 0 } values ? values.Max() : null;

    internal double? Share(string name, string label, Func<Samples, string, string?, double> of) =>
        of(this, name, null) is > 0 and var all ? 100 * of(this, name, label) / all : null;

    /// <summary>As far as it can be told when only the places 2^(i/4) are kept; never more than the largest.</summary>
    internal double? Within(string name, double share)
    {
        var values = Values(name, null);
        if (values.Count == 0)
            return null;
        var wanted = share * values.Count;
        for (var place = 0; ; place++)
        {
            var upTo = values.Count(value => PlaceOf(value) <= place);
            if (upTo < wanted)
                continue;
            var below = values.Count(value => PlaceOf(value) < place);
            var lower = place == 0 ? 0 : Math.Pow(2, (place - 1) / 4.0);
            var upper = Math.Pow(2, place / 4.0);
            return Math.Min(
                values.Max(),
                lower + ((upper - lower) * (wanted - below) / (upTo - below))
            );
        }
    }

    internal static int PlaceOf(double value)
    {
        var place = 0;
        while (Math.Pow(2, place / 4.0) < value)
            place++;
        return place;
    }

    List<double> Values(string name, string? label) =>
        [
            .. All.Where(one => one.Name == name && (label is null || one.Label == label))
                .SelectMany(one => one.Values),
        ];
}
