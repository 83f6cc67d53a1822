using Microsoft.AspNetCore.Identity;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Web.Access.Passwords;

public sealed class NewPassword(UserManager<User> users, PasswordTurns turns)
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
        user.PasswordHash = await turns.RunAsync(
            () => users.PasswordHasher.HashPassword(user, password),
            stop
        );
        user.EndAllSessions();
        var saved = await users.UpdateAsync(user);
        return [.. saved.Errors.Select(error => error.Description)];
    }
}
