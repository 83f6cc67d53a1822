namespace StaffDashboard.Data.Measures;

/// <summary>
/// How many values lay where: bucket i counts what is at most 2^(i/4) milliseconds. Distributions of different nodes
/// and minutes are added bucket by bucket, which percentiles cannot be.
/// </summary>
public static class Distribution
{
    /// <summary>The last one takes everything above 55 seconds.</summary>
    public const int Buckets = 65;

    public static double UpperBound(int bucket) => Math.Pow(2, bucket / 4.0);

    public static int BucketOf(double milliseconds) =>
        milliseconds <= 1
            ? 0
            : Math.Min(Buckets - 1, (int)Math.Ceiling((4 * Math.Log2(milliseconds)) - 1e-9));

    /// <summary>The value that a share of all lies under, as far as the buckets tell: at most 19 % off. Null for none.</summary>
    public static double? Percentile(ReadOnlySpan<long> buckets, double share)
    {
        long all = 0;
        foreach (var count in buckets)
            all += count;
        if (all == 0)
            return null;
        var wanted = share * all;
        double passed = 0;
        for (var i = 0; i < buckets.Length; i++)
        {
            if (passed + buckets[i] >= wanted && buckets[i] > 0)
            {
                var lower = i == 0 ? 0 : UpperBound(i - 1);
                return lower + ((UpperBound(i) - lower) * (wanted - passed) / buckets[i]);
            }
            passed += buckets[i];
        }
        return UpperBound(buckets.Length - 1);
    }
}
