using System.Threading.RateLimiting;

namespace StaffDashboard.Web.Measures.Browsers;

/// <summary>How often one person may report, wherever signed in: some open tabs, somebody who clicks quickly, and no more.</summary>
sealed class ReportAllowance : IDisposable
{
    internal const int AtOnce = 60;

    readonly PartitionedRateLimiter<Guid> people = PartitionedRateLimiter.Create<Guid, Guid>(
        person =>
            RateLimitPartition.GetTokenBucketLimiter(
                person,
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = AtOnce,
                    TokensPerPeriod = 10,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(10),
                    QueueLimit = 0,
                }
            )
    );

    internal bool Take(Guid person)
    {
        using var lease = people.AttemptAcquire(person);
        return lease.IsAcquired;
    }

    public void Dispose() => people.Dispose();
}
