using System.Threading.RateLimiting;

namespace StaffDashboard.Web.Pages.Shared.Files;

/// <summary>How many files one person sends or is sent at the same time on this node.</summary>
sealed class FileTransfers : IDisposable
{
    internal const int AtOnce = 2;

    readonly PartitionedRateLimiter<Guid> limiter = PartitionedRateLimiter.Create<Guid, Guid>(
        person =>
            RateLimitPartition.GetConcurrencyLimiter(
                person,
                _ => new() { PermitLimit = AtOnce, QueueLimit = 0 }
            )
    );

    internal RateLimitLease Begin(Guid person) => limiter.AttemptAcquire(person);

    public void Dispose() => limiter.Dispose();
}
