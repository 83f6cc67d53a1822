using System.Threading.RateLimiting;

namespace StaffDashboard.Web.Live;

/// <summary>So much at once, and so much again in each period after that, of each person apart; by each node.</summary>
public abstract class UserRateLimiter(int atOnce, int again, TimeSpan every) : IDisposable
{
    readonly PartitionedRateLimiter<Guid> people = PartitionedRateLimiter.Create<Guid, Guid>(
        person =>
            RateLimitPartition.GetTokenBucketLimiter(
                person,
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = atOnce,
                    TokensPerPeriod = again,
                    ReplenishmentPeriod = every,
                    QueueLimit = 0,
                }
            )
    );

    internal bool Take(Guid person, int amount = 1)
    {
        if (amount > atOnce)
            return false;
        using var lease = people.AttemptAcquire(person, amount);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        people.Dispose();
        GC.SuppressFinalize(this);
    }
}
