using System.Net.Mail;

namespace StaffDashboard.Data.Employees;

public static class EmailAddress
{
    public const int MaxLength = 254;
    public const string Problem = "Enter an e-mail address like name@example.com.";

    public static bool IsPlausible(string text) =>
        MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && address.Host.Contains('.', StringComparison.Ordinal)
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
