using Microsoft.AspNetCore.Identity;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Web.Access.Passwords;

static class NewPassword
{
    /// <summary>Checks and saves; ends every session and every mailed link. What is wrong with it, otherwise.</summary>
    public static async Task<IReadOnlyList<string>> ChangeToAsync(
        this UserManager<User> users,
        User user,
        string password
    )
    {
        foreach (var rule in users.PasswordValidators)
        {
            var checkedBy = await rule.ValidateAsync(users, user, password);
            if (!checkedBy.Succeeded)
                return [.. checkedBy.Errors.Select(error => error.Description)];
        }
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.EndAllSessions();
        var saved = await users.UpdateAsync(user);
        return [.. saved.Errors.Select(error => error.Description)];
    }
}
