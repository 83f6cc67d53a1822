using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace StaffDashboard.Web.Messaging.Reports;

/// <summary>
/// Links that speak for somebody who gets reports and may have no account. They are signed, and say when they were
/// made: a yes from before a no counts no more.
/// </summary>
public sealed class RecipientLinks(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Confirm = "/reports/confirm";

    /// <summary>How long a question may be answered. A no is good forever.</summary>
    public static readonly TimeSpan ConfirmFor = TimeSpan.FromDays(7);

    public const string Unsubscribe = "/reports/unsubscribe";

    readonly IDataProtector protector = protection.CreateProtector("StaffDashboard.Reports");

    public Uri ConfirmOf(Guid recipient, Uri site) => Signed(Confirm, recipient, site);

    public Uri UnsubscribeOf(Guid recipient, Uri site) => Signed(Unsubscribe, recipient, site);

    /// <summary>Whom a link is for and when it was made; null when it was never ours, or is for another page.</summary>
    public (Guid Recipient, DateTimeOffset At)? Read(string page, string? token)
    {
        try
        {
            var parts = Encoding
                .UTF8.GetString(protector.Unprotect(Base64Url.DecodeFromChars(token)))
                .Split('|');
            return parts is [var made, var id, var at] && made == page
                ? (
                    Guid.Parse(id, CultureInfo.InvariantCulture),
                    DateTimeOffset.FromUnixTimeMilliseconds(
                        long.Parse(at, CultureInfo.InvariantCulture)
                    )
                )
                : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    Uri Signed(string page, Guid recipient, Uri site)
    {
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var text = string.Create(CultureInfo.InvariantCulture, $"{page}|{recipient}|{at}");
        var token = Base64Url.EncodeToString(protector.Protect(Encoding.UTF8.GetBytes(text)));
        return new(site, $"{page}?token={token}");
    }
}
