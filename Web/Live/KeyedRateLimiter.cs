using System.Threading.RateLimiting;

namespace StaffDashboard.Web.Live;

/// <summary>So much at once, and so much again in each period after that, for each key apart; by each node.</summary>
public abstract class KeyedRateLimiter<TKey>(int atOnce, int again, TimeSpan every) : IDisposable
    where TKey : notnull
{
    readonly PartitionedRateLimiter<TKey> limiter = PartitionedRateLimiter.Create<TKey, TKey>(key =>
        RateLimitPartition.GetTokenBucketLimiter(
            key,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = atOnce,
                TokensPerPeriod = again,
                ReplenishmentPeriod = every,
                QueueLimit = 0,
            }
        )
    );

    internal bool Take(TKey key, int amount = 1)
    {
        if (amount > atOnce)
            return false;
        using var lease = limiter.AttemptAcquire(key, amount);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        limiter.Dispose();
        GC.SuppressFinalize(this);
    }
}
