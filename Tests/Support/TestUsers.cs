using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Migrations;

namespace StaffDashboard.Tests.Support;

/// <summary>One person of each role in every test's office: staff@, manager@ and admin@example.test.</summary>
public static class TestUsers
{
    public const string Password = "a long enough secret";

    // The product's 220,000 would be most of the run; what is tried here is not the hash.
    internal const int Rounds = 1_000;

    static readonly string Hash = new PasswordHasher<User>(
        Options.Create(new PasswordHasherOptions { IterationCount = Rounds })
    ).HashPassword(new User(), Password);

    public static string NameOf(UserRole role) =>
        role switch
        {
            UserRole.Admin => "Ada Admin",
            UserRole.Manager => "Mia Manager",
            _ => "Sam Staff",
        };

    public static string EmailOf(UserRole role) =>
        role.ToString().ToLowerInvariant() + "@example.test";

    public static async Task EnsureAsync(TestDatabase database)
    {
        if (!database.HasUsers)
            await AddAsync(database.AppConnectionString);
    }

    internal static async Task AddAsync(string connectionString)
    {
        await using var office = new Office(Schema.Options(connectionString));
        if (await office.Users.AnyAsync())
            return;
        foreach (var role in Enum.GetValues<UserRole>())
            office.Users.Add(Make(NameOf(role), EmailOf(role), role));
        await office.SaveChangesAsync();
    }

    /// <summary>Somebody who can sign in with <see cref="Password"/>.</summary>
    public static User Make(string name, string email, UserRole role) =>
        new()
        {
            Name = name,
            Email = email,
            UserName = email,
            NormalizedEmail = email.ToUpperInvariant(),
            NormalizedUserName = email.ToUpperInvariant(),
            EmailConfirmed = true,
            Role = role,
            PasswordHash = Hash,
            SecurityStamp = Guid.CreateVersion7().ToString("N"),
        };
}
