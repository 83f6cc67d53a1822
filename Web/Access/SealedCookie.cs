using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace StaffDashboard.Web.Access;

/// <summary>A text in a browser that only this program can have put there, for a while.</summary>
sealed class SealedCookie(
    string name,
    TimeSpan lifetime,
    SameSiteMode sameSite,
    IDataProtector protector,
    TimeProvider clock
)
{
    readonly HostCookies cookies = new();

    public string? Read(HttpContext context)
    {
        if (cookies.GetRequestCookie(context, name) is not { Length: > 0 } cookie)
            return null;
        try
        {
            var text = protector.Unprotect(cookie);
            var end = text.LastIndexOf('|');
            var until = long.Parse(text.AsSpan(end + 1), NumberStyles.None, Culture);
            return until > clock.GetUtcNow().ToUnixTimeSeconds() ? text[..end] : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    public void Write(HttpContext context, string text)
    {
        var until = (clock.GetUtcNow() + lifetime).ToUnixTimeSeconds();
        cookies.AppendResponseCookie(
            context,
            name,
            protector.Protect(string.Create(Culture, $"{text}|{until}")),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = lifetime,
                Path = "/",
                SameSite = sameSite,
                Secure = context.Request.IsHttps,
            }
        );
    }

    static CultureInfo Culture => CultureInfo.InvariantCulture;
}
