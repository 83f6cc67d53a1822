using System.Threading.RateLimiting;

namespace StaffDashboard.Web.Access.Passwords;

/// <param name="IsKnown">By somebody who is signed in, or was in this browser before.</param>
public sealed record PasswordAttempt(string Account, bool IsKnown);

/// <summary>
/// A password costs a core a tenth of a second on purpose. Whoever sends a hundred at once, right or wrong, has them
/// checked one after the other. Strangers and those who are known stand in two lines, with half of the cores at most for
/// each, so that strangers keep nobody waiting who is known.
/// </summary>
public sealed class PasswordRateLimiter : IDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    internal static readonly int AtOnce = Math.Max(1, Environment.ProcessorCount / 2);
    internal const int InLine = 20;

    // As many as may be guessed before somebody has to wait: none of those is turned away here.
    internal const int OfOneAccount = 5;

    readonly PartitionedRateLimiter<PasswordAttempt> accounts = PartitionedRateLimiter.Create<
        PasswordAttempt,
        PasswordAttempt
    >(one => RateLimitPartition.GetConcurrencyLimiter(one, _ => Line(OfOneAccount, 0)));

    readonly PartitionedRateLimiter<PasswordAttempt> lines = PartitionedRateLimiter.Create<
        PasswordAttempt,
        bool
    >(one => RateLimitPartition.GetConcurrencyLimiter(one.IsKnown, _ => Line(AtOnce, InLine)));

    readonly PartitionedRateLimiter<PasswordAttempt> both;

    public PasswordRateLimiter() => both = PartitionedRateLimiter.CreateChained(accounts, lines);

    /// <summary>Not acquired where too many wait already: whoever it is comes again after the pause.</summary>
    public ValueTask<RateLimitLease> TakeAsync(PasswordAttempt one, CancellationToken stop) =>
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
