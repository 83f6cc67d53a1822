using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Web.Hosting;

/// <summary>An office without anybody who may sign in gets its first Admin, once.</summary>
static class FirstRun
{
    // Held to the end of the transaction: of two nodes that start at once, the second then finds the Admin.
    const long Lock = 7_165_331_903;

    internal static async Task<bool> IsDueAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return !await scope.ServiceProvider.GetRequiredService<Office>().Users.AnyAsync();
    }

    /// <summary>When the door is open: a password that is shown once must not be shown by a program that then ends.</summary>
    internal static async Task EnsureAdminAsync(IServiceProvider services, AdminSettings settings)
    {
        await using var scope = services.CreateAsyncScope();
        var office = scope.ServiceProvider.GetRequiredService<Office>();
        var password = settings.Password ?? MakePassword();
        await office
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(async () =>
            {
                await using var transaction = await office.Database.BeginTransactionAsync();
                await office.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})");
                if (await office.Users.AnyAsync())
                    return;
                await CreateAsync(scope.ServiceProvider, settings.Email, password);
                await transaction.CommitAsync();
                Say(settings, password);
            });
    }

    static async Task CreateAsync(IServiceProvider services, string email, string password)
    {
        var admin = new User
        {
            // As of everybody who has not yet said how they are called: "Admin" could be anybody.
            Name = CleanText.Beginning(email, DisplayName.Longest),
            Email = email,
            UserName = email,
            EmailConfirmed = true,
            Role = UserRole.Admin,
        };
        var made = await services
            .GetRequiredService<UserManager<User>>()
            .CreateAsync(admin, password);
        if (!made.Succeeded)
            throw StartRefused.Setting(
                "StaffDashboard__Admin__Password",
                made.Errors.First().Description
            );
    }

    static void Say(AdminSettings settings, string password) =>
        Console.WriteLine(
            settings.Password is null
                ? $"Sign in as {settings.Email} with the password {password} (shown only this once)"
                : $"Sign in as {settings.Email} with the password of StaffDashboard__Admin__Password"
        );

    // Without letters and digits that look alike: somebody will type it from the screen.
    static string MakePassword() =>
        string.Join(
            '-',
            Enumerable
                .Range(0, 4)
                .Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 5))
        );
}
