using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Access;

/// <summary>
/// A browser in which this person has signed in before is counted by itself when guessing is slowed down:
/// however often a stranger fails elsewhere, the person is not kept waiting.
/// </summary>
public sealed class KnownBrowser(IDataProtectionProvider protection, TimeProvider clock)
{
    const string Name = "staffdashboard-browser";
    static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    readonly IDataProtector protector = protection.CreateProtector("StaffDashboard.KnownBrowser");
    readonly HostCookies cookies = new();

    /// <summary>The browser's own number, when it is known for this address.</summary>
    public string? Find(HttpContext context, string email)
    {
        if (cookies.GetRequestCookie(context, Name) is not { Length: > 0 } cookie)
            return null;
        try
        {
            return
                protector.Unprotect(cookie).Split('|') is [var number, var whose, var until]
                && whose == Whose(email)
                && long.Parse(until, CultureInfo.InvariantCulture)
                    > clock.GetUtcNow().ToUnixTimeSeconds()
                ? number
                : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    public void Remember(HttpContext context, string email)
    {
        var until = clock.GetUtcNow() + Lifetime;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Guid.CreateVersion7()}|{Whose(email)}|{until.ToUnixTimeSeconds()}"
        );
        cookies.AppendResponseCookie(
            context,
            Name,
            protector.Protect(text),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = Lifetime,
                Path = "/",
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            }
        );
    }

    static string Whose(string email) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(CleanText.Of(email).ToUpperInvariant()))
        );
}
