using System.Threading.RateLimiting;

namespace StaffDashboard.Web.Measures.Browsers;

/// <summary>How often one session may report: some open tabs, somebody who clicks quickly, and no more.</summary>
sealed class ReportAllowance : IDisposable
{
    internal const int AtOnce = 60;

    readonly PartitionedRateLimiter<string> sessions = PartitionedRateLimiter.Create<
        string,
        string
    >(session =>
        RateLimitPartition.GetTokenBucketLimiter(
            session,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = AtOnce,
                TokensPerPeriod = 10,
                ReplenishmentPeriod = TimeSpan.FromSeconds(10),
                QueueLimit = 0,
            }
        )
    );

    internal bool Take(string session)
    {
        using var lease = sessions.AttemptAcquire(session);
        return lease.IsAcquired;
    }

    public void Dispose() => sessions.Dispose();
}
