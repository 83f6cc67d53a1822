using System.Globalization;
using Microsoft.AspNetCore.Identity;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Web.Access;

static class TokenBearer
{
    /// <summary>Whom a mailed link speaks for; null when it has run out, was used, or was never ours.</summary>
    public static async Task<User?> FindByTokenAsync(
        this UserManager<User> users,
        Guid id,
        string purpose,
        string? token
    ) =>
        token is not null
        && await users.FindByIdAsync(id.ToString("D", CultureInfo.InvariantCulture))
            is { IsDisabled: false } user
        && await users.VerifyUserTokenAsync(user, MailedTokens.Provider, purpose, token)
            ? user
            : null;
}
