namespace StaffDashboard.Data.Measures;

/// <summary>What was measured in some stretch of time. Sums over nodes; of something sampled the mean is what counts.</summary>
public sealed record Reading(long Count, double Sum, double Max, long[]? Buckets)
{
    public static readonly Reading None = new(0, 0, 0, null);

    /// <summary>Null when there was nothing.</summary>
    public double? Mean => Count == 0 ? null : Sum / Count;

    /// <summary>Null when there was nothing, or where no distribution is kept. 0.95: what 95 of 100 stay under.</summary>
    public double? Percentile(double share) =>
        Buckets is null || Distribution.Percentile(Buckets, share) is not { } value
            ? null
            : Math.Min(value, Max);

    /// <summary>Distributions are added up in place: a month of one figure is thousands of them.</summary>
    public static Reading Of(IEnumerable<Reading> readings)
    {
        var (count, sum, max) = (0L, 0d, 0d);
        long[]? buckets = null;
        foreach (var one in readings)
        {
            (count, sum, max) = (count + one.Count, sum + one.Sum, Math.Max(max, one.Max));
            if (one.Buckets is not { } more)
                continue;
            buckets ??= new long[Distribution.Buckets];
            for (var i = 0; i < Math.Min(buckets.Length, more.Length); i++)
                buckets[i] += more[i];
        }
        return count == 0 ? None : new(count, sum, max, buckets);
    }

    public Reading Plus(Reading other) => Of([this, other]);
}
