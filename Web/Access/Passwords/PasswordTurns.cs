using System.Threading.RateLimiting;

namespace StaffDashboard.Web.Access.Passwords;

/// <param name="IsKnown">By somebody who is signed in, or was in this browser before.</param>
public sealed record PasswordTry(string Account, bool IsKnown);

/// <summary>
/// A password costs a core a tenth of a second on purpose. Whoever sends a hundred at once, right or wrong, has them
/// checked one after the other by half of the cores at most. Who is known stands in a line of their own, so that
/// strangers keep nobody waiting there.
/// </summary>
public sealed class PasswordTurns : IDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    internal static readonly int AtOnce = Math.Max(1, Environment.ProcessorCount / 2);
    internal const int InLine = 20;
    internal const int OfOneAccount = 3;

    readonly PartitionedRateLimiter<PasswordTry> accounts = PartitionedRateLimiter.Create<
        PasswordTry,
        PasswordTry
    >(one => RateLimitPartition.GetConcurrencyLimiter(one, _ => Line(OfOneAccount, 0)));

    readonly PartitionedRateLimiter<PasswordTry> lines = PartitionedRateLimiter.Create<
        PasswordTry,
        bool
    >(one => RateLimitPartition.GetConcurrencyLimiter(one.IsKnown, _ => Line(AtOnce, InLine)));

    readonly PartitionedRateLimiter<PasswordTry> both;

    public PasswordTurns() => both = PartitionedRateLimiter.CreateChained(accounts, lines);

    /// <summary>Not acquired where too many wait already: whoever it is comes again after the pause.</summary>
    public ValueTask<RateLimitLease> TakeAsync(PasswordTry one, CancellationToken stop) =>
        both.AcquireAsync(one, 1, stop);

    public void Dispose()
    {
        both.Dispose();
        accounts.Dispose();
        lines.Dispose();
    }

    static ConcurrencyLimiterOptions Line(int atOnce, int waiting) =>
        new() { PermitLimit = atOnce, QueueLimit = waiting };
}
