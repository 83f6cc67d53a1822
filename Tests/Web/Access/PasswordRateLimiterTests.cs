using System.Threading.RateLimiting;
using StaffDashboard.Web.Access.Passwords;

namespace StaffDashboard.Tests.Web.Access;

public sealed class PasswordRateLimiterTests : IDisposable
{
    // Whose turn never comes would wait for ever.
    const int Patience = 60_000;

    readonly PasswordRateLimiter turns = new();

    public void Dispose() => turns.Dispose();

    [Fact(Timeout = Patience)]
    public async Task Strangers_wait_for_each_other_and_nobody_who_is_known_for_them()
    {
        var held = await HoldAsync(isKnown: false, PasswordRateLimiter.AtOnce);

        var next = Take("next", isKnown: false);
        using var known = await Take("known", isKnown: true);

        Assert.True(known.IsAcquired);
        Assert.False(next.IsCompleted);
        held[0].Dispose();
        using var taken = await next;
        Assert.True(taken.IsAcquired);
    }

    [Fact(Timeout = Patience)]
    public async Task Where_too_many_wait_the_next_is_told_to_come_again()
    {
        await HoldAsync(isKnown: false, PasswordRateLimiter.AtOnce);
        var waiting = Enumerable
            .Range(0, PasswordRateLimiter.InLine)
            .Select(i => Take($"waits {i}", isKnown: false))
            .ToList();

        using var refused = await Take("one more", isKnown: false);

        Assert.False(refused.IsAcquired);
        Assert.All(waiting, one => Assert.False(one.IsCompleted));
    }

    [Fact(Timeout = Patience)]
    public async Task One_account_has_only_so_many_in_line()
    {
        await HoldAsync(isKnown: true, PasswordRateLimiter.AtOnce);
        for (var i = 0; i < PasswordRateLimiter.OfOneAccount; i++)
            _ = Take("bea", isKnown: true);

        using var refused = await Take("bea", isKnown: true);

        Assert.False(refused.IsAcquired);
        Assert.False(Take("mia", isKnown: true).IsCompleted);
    }

    async Task<List<RateLimitLease>> HoldAsync(bool isKnown, int many)
    {
        var held = new List<RateLimitLease>();
        for (var i = 0; i < many; i++)
            held.Add(await Take($"holds {i}", isKnown));
        Assert.All(held, lease => Assert.True(lease.IsAcquired));
        return held;
    }

    Task<RateLimitLease> Take(string account, bool isKnown) =>
        turns.TakeAsync(new(account, isKnown), TestContext.Current.CancellationToken).AsTask();
}
