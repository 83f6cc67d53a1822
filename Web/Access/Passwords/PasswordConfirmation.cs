using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Sessions;

namespace StaffDashboard.Web.Access.Passwords;

/// <summary>
/// Whoever is signed in types the password again before what cannot be undone: the screen may have been left unlocked.
/// Signing in counts, and each holds for a few minutes in this session alone.
/// </summary>
public sealed class PasswordConfirmation(
    Office office,
    Viewer viewer,
    PasswordCheck passwords,
    PasswordRateLimiter turns,
    SlowDown slowDown,
    IDataProtectionProvider protection,
    TimeProvider clock,
    ILogger<PasswordConfirmation> log
)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    const int FreeGuesses = 5;

    readonly SealedCookie cookie = new(
        "staffdashboard-confirmed",
        Lifetime,
        SameSiteMode.Strict,
        protection.CreateProtector("StaffDashboard.PasswordConfirmation"),
        clock
    );

    public bool IsRecent(HttpContext context) =>
        OpenedAt(context.User) is { } opened && opened + Lifetime > clock.GetUtcNow()
        || cookie.Read(context) is { } session && session == Session(context);

    public void Remember(HttpContext context) => cookie.Write(context, $"{Session(context)}");

    /// <summary>Whether it is the viewer's own; guessing is slowed down, on whatever page it is asked for.</summary>
    public async Task<Knock> CheckAsync(string typed, CancellationToken stop)
    {
        Counted[] own = [new("change", viewer.Id.ToString()!, FreeGuesses)];
        var wait = await slowDown.TakeAsync(own, stop);
        if (wait > TimeSpan.Zero)
            return new(false, wait);
        using var turn = await turns.TakeAsync(new(own[0].What, IsKnown: true), stop);
        if (!turn.IsAcquired)
        {
            await slowDown.ForgiveAsync(own, [], stop);
            return new(false, PasswordRateLimiter.Pause);
        }
        var user = await office.Users.SingleAsync(u => u.Id == viewer.Id, stop);
        if (passwords.IsRight(user, typed))
        {
            await slowDown.ForgiveAsync(own, own, stop);
            return new(true, TimeSpan.Zero);
        }
        log.LogWarning("A wrong password was typed in the session of {UserId}", user.Id);
        return new(false, TimeSpan.Zero);
    }

    static string? Session(HttpContext context) =>
        context.User.FindFirstValue(SessionTickets.SessionClaim);

    static DateTimeOffset? OpenedAt(ClaimsPrincipal user) =>
        DateTimeOffset.TryParse(
            user.FindFirstValue(SessionTickets.OpenedClaim),
            CultureInfo.InvariantCulture,
            out var opened
        )
            ? opened
            : null;
}
