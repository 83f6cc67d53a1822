using System.Net.Mail;

namespace StaffDashboard.Data.Employees;

public static class EmailAddress
{
    public const int MaxLength = 254;
    public const string Problem = "Enter an e-mail address like name@example.com.";

    /// <summary>What may stand before the "@" and means something else in a link is written as it must be there.</summary>
    public static string Link(string address) =>
        "mailto:"
        + address
            .Replace("%", "%25", StringComparison.Ordinal)
            .Replace("?", "%3F", StringComparison.Ordinal)
            .Replace("&", "%26", StringComparison.Ordinal)
            .Replace("#", "%23", StringComparison.Ordinal);

    public static bool IsPlausible(string text) =>
        MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && address.Host.Contains('.', StringComparison.Ordinal)
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
