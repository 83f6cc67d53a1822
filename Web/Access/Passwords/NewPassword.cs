using Microsoft.AspNetCore.Identity;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Web.Access.Passwords;

public sealed class NewPassword(UserManager<User> users, PasswordRateLimiter turns)
{
    /// <summary>Checks and saves; ends every session and every mailed link. What is wrong with it, otherwise.</summary>
    public async Task<IReadOnlyList<string>> SetAsync(
        User user,
        string password,
        CancellationToken stop
    )
    {
        foreach (var rule in users.PasswordValidators)
        {
            var checkedBy = await rule.ValidateAsync(users, user, password);
            if (!checkedBy.Succeeded)
                return [.. checkedBy.Errors.Select(error => error.Description)];
        }
        using var turn = await turns.TakeAsync(new(user.Id.ToString(), IsKnown: true), stop);
        if (!turn.IsAcquired)
            return ["Too many passwords are being checked at once. Try again in a moment."];
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.EndAllSessions();
        var saved = await users.UpdateAsync(user);
        return [.. saved.Errors.Select(error => error.Description)];
    }
}
