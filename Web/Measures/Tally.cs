using StaffDashboard.Data.Measures;

namespace StaffDashboard.Web.Measures;

/// <summary>One figure of one minute, while it is counted.</summary>
sealed class Tally(bool isDistributed)
{
    readonly Lock turn = new();
    readonly long[]? buckets = isDistributed ? new long[Distribution.Buckets] : null;
    long count;
    double sum;
    double max;
    bool isTaken;

    /// <summary>False when it was taken away meanwhile: what is added then would be lost.</summary>
    internal bool Add(long times, double value)
    {
        lock (turn)
        {
            if (isTaken)
                return false;
            max = count == 0 ? value : Math.Max(max, value);
            count += times;
            sum += value * times;
            if (buckets is not null)
                buckets[Distribution.BucketOf(value)] += times;
            return true;
        }
    }

    internal MinuteLine Take(DateTimeOffset minute, string name, string label)
    {
        lock (turn)
        {
            isTaken = true;
            return new(minute, name, label, count, sum, max, buckets);
        }
    }
}
