using System.Threading.RateLimiting;

namespace StaffDashboard.Web.Live;

/// <summary>Whoever is refused again and again fills no disk with it: so many lines a minute for each of them.</summary>
public sealed class RefusalLog : IDisposable
{
    internal const int AMinute = 10;

    readonly PartitionedRateLimiter<string> lines = Lines(AMinute);
    readonly PartitionedRateLimiter<string> firsts = Lines(1);

    public bool HasRoomFor(string who) => Take(lines, who);

    /// <summary>Of what comes again and again in the same words: once a minute.</summary>
    public bool IsFirst(string who) => Take(firsts, who);

    public void Dispose()
    {
        lines.Dispose();
        firsts.Dispose();
    }

    static bool Take(PartitionedRateLimiter<string> limiter, string who)
    {
        using var lease = limiter.AttemptAcquire(who);
        return lease.IsAcquired;
    }

    static PartitionedRateLimiter<string> Lines(int most) =>
        PartitionedRateLimiter.Create<string, string>(who =>
            RateLimitPartition.GetFixedWindowLimiter(
                who,
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = most,
                    Window = TimeSpan.FromMinutes(1),
                }
            )
        );
}
