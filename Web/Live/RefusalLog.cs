using System.Threading.RateLimiting;

namespace StaffDashboard.Web.Live;

/// <summary>Whoever is refused again and again fills no disk with it: so many lines a minute for each of them.</summary>
public sealed class RefusalLog : IDisposable
{
    internal const int AMinute = 10;

    readonly PartitionedRateLimiter<string> lines = PartitionedRateLimiter.Create<string, string>(
        who =>
            RateLimitPartition.GetFixedWindowLimiter(
                who,
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = AMinute,
                    Window = TimeSpan.FromMinutes(1),
                }
            )
    );

    public bool HasRoomFor(string who)
    {
        using var lease = lines.AttemptAcquire(who);
        return lease.IsAcquired;
    }

    public void Dispose() => lines.Dispose();
}
