using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Web.Access;

/// <summary>
/// Tokens in mailed links. Bound to the person's security stamp, which every use of one changes: each works once.
/// Identity's own provider does not ask our clock.
/// </summary>
sealed class MailedTokens(IDataProtectionProvider protection, TimeProvider clock)
    : IUserTwoFactorTokenProvider<User>
{
    public const string Provider = "Mailed";
    public const string Invitation = "Invitation";
    public const string Reset = UserManager<User>.ResetPasswordTokenPurpose;

    readonly IDataProtector protector = protection.CreateProtector("StaffDashboard.MailedTokens");

    public static TimeSpan LifetimeOf(string purpose) =>
        purpose == Invitation ? TimeSpan.FromHours(48) : TimeSpan.FromHours(2);

    public Task<string> GenerateAsync(string purpose, UserManager<User> manager, User user)
    {
        var expires = clock.GetUtcNow() + LifetimeOf(purpose);
        var secret = protector.Protect(Encoding.UTF8.GetBytes(Text(purpose, user, expires)));
        return Task.FromResult(Base64Url.EncodeToString(secret));
    }

    public Task<bool> ValidateAsync(
        string purpose,
        string token,
        UserManager<User> manager,
        User user
    ) => Task.FromResult(IsGood(purpose, token, user));

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<User> manager, User user) =>
        Task.FromResult(false);

    bool IsGood(string purpose, string token, User user)
    {
        try
        {
            var text = Encoding.UTF8.GetString(
                protector.Unprotect(Base64Url.DecodeFromChars(token))
            );
            var expires = DateTimeOffset.FromUnixTimeSeconds(
                long.Parse(
                    text[..text.IndexOf('|', StringComparison.Ordinal)],
                    CultureInfo.InvariantCulture
                )
            );
            return expires > clock.GetUtcNow() && text == Text(purpose, user, expires);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return false;
        }
    }

    static string Text(string purpose, User user, DateTimeOffset expires) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{expires.ToUnixTimeSeconds()}|{purpose}|{user.Id}|{user.SecurityStamp}"
        );
}
