using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Web.Access.Passwords;

/// <summary>
/// Whether an address and a password go together. Costs the same for an address that nobody here has. To be asked by
/// whoever has a turn.
/// </summary>
public sealed class PasswordCheck(Office office, IPasswordHasher<User> hasher)
{
    static string? nobodysHash;

    public async Task<User?> FindAsync(string email, string password, CancellationToken stop)
    {
        var normalized = CleanText.Of(email).ToUpperInvariant();
        var user = await office.Users.SingleOrDefaultAsync(
            u => u.NormalizedEmail == normalized,
            stop
        );
        var answer = hasher.VerifyHashedPassword(
            user ?? new User(),
            user?.PasswordHash ?? NobodysHash(),
            password
        );
        if (
            answer == PasswordVerificationResult.Failed
            || user is null or { PasswordHash: null } or { IsDisabled: true }
        )
            return null;
        if (answer == PasswordVerificationResult.SuccessRehashNeeded)
            await RehashAsync(user, password, stop);
        return user;
    }

    public bool IsRight(User user, string password) =>
        user.PasswordHash is { } hash
        && hasher.VerifyHashedPassword(user, hash, password) != PasswordVerificationResult.Failed;

    // Not through UserManager: it would end all of the person's other sessions.
    async Task RehashAsync(User user, string password, CancellationToken stop)
    {
        office.ActAs(user);
        user.PasswordHash = hasher.HashPassword(user, password);
        await office.SaveChangesAsync(stop);
    }

    string NobodysHash() => nobodysHash ??= hasher.HashPassword(new User(), "nobody has this one");
}
