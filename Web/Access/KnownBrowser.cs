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
    readonly SealedCookie cookie = new(
        "staffdashboard-browser",
        TimeSpan.FromDays(180),
        SameSiteMode.Lax,
        protection.CreateProtector("StaffDashboard.KnownBrowser"),
        clock
    );

    /// <summary>The browser's own number, when it is known for this address.</summary>
    public string? Find(HttpContext context, string email) =>
        cookie.Read(context)?.Split('|') is [var number, var whose] && whose == Whose(email)
            ? number
            : null;

    public void Remember(HttpContext context, string email) =>
        cookie.Write(context, $"{Guid.CreateVersion7()}|{Whose(email)}");

    static string Whose(string email) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(CleanText.Of(email).ToUpperInvariant()))
        );
}
