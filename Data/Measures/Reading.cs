namespace StaffDashboard.Data.Measures;

/// <summary>What was measured in some stretch of time. Sums over nodes; of something sampled the mean is what counts.</summary>
public sealed record Reading(long Count, double Sum, double Max, int[]? Buckets)
{
    public static readonly Reading None = new(0, 0, 0, null);

    /// <summary>Null when there was nothing.</summary>
    public double? Mean => Count == 0 ? null : Sum / Count;

    /// <summary>Null when there was nothing, or where no distribution is kept. 0.95: what 95 of 100 stay under.</summary>
    public double? Percentile(double share) =>
        Buckets is null || Distribution.Percentile(Buckets, share) is not { } value
            ? null
            : Math.Min(value, Max);

    public Reading Plus(Reading other) =>
        new(
            Count + other.Count,
            Sum + other.Sum,
            Math.Max(Max, other.Max),
            Plus(Buckets, other.Buckets)
        );

    static int[]? Plus(int[]? one, int[]? other)
    {
        if (one is null || other is null)
            return one ?? other;
        var sum = new int[Math.Max(one.Length, other.Length)];
        for (var i = 0; i < sum.Length; i++)
            sum[i] = (i < one.Length ? one[i] : 0) + (i < other.Length ? other[i] : 0);
        return sum;
    }
}
