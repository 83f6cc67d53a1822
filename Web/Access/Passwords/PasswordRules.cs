using Microsoft.AspNetCore.Identity;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Web.Access.Passwords;

/// <summary>Long, not guessed first, and not made of what everybody knows about the person. Nothing else is asked for.</summary>
sealed class PasswordRules(IConfiguration settings) : IPasswordValidator<User>
{
    public const int Shortest = 12;
    public const int Longest = 256;

    // What is left of a password when the names in it are taken out must still be worth guessing.
    const int ShortestOwn = 8;

    public Task<IdentityResult> ValidateAsync(
        UserManager<User> manager,
        User user,
        string? password
    ) =>
        Task.FromResult(
            Problem(password ?? "", user, OfficeName.From(settings)) is { } problem
                ? IdentityResult.Failed(
                    new IdentityError { Code = "Password", Description = problem }
                )
                : IdentityResult.Success
        );

    public static string? Problem(string password, User user, string? officeName)
    {
        var length = password.EnumerateRunes().Count();
        if (length < Shortest)
            return $"Enter a password of at least {Shortest} characters; this has {length}. Several words are easy to remember.";
        if (length > Longest)
            return $"Enter a password of at most {Longest} characters; this has {length}.";
        if (CommonPasswords.Contains(password))
            return "This is one of the most common passwords, which are tried first. Choose another.";
        if (IsOwnWords(password, [user.Email ?? "", user.Name, officeName ?? "StaffDashboard"]))
            return "This is little more than the name or e-mail address, which anybody can guess. Add something of your own.";
        return null;
    }

    static bool IsOwnWords(string password, string[] known)
    {
        var words = known
            .SelectMany(text => text.Split([' ', '.', '@', '-', '_', '+'], StringSplitOptions.None))
            .Concat(known)
            .Where(word => word.Length > 2)
            .OrderByDescending(word => word.Length)
            .ToList();
        var rest = words.Aggregate(
            password,
            (left, word) => left.Replace(word, "", StringComparison.OrdinalIgnoreCase)
        );
        return rest.Length < password.Length && rest.Count(char.IsLetterOrDigit) < ShortestOwn;
    }
}
