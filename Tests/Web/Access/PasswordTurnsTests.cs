using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Access.Passwords;

namespace StaffDashboard.Tests.Web.Access;

public sealed class PasswordTurnsTests(TestPostgres postgres)
{
    [Fact]
    public async Task Passwords_are_checked_by_half_of_the_cores_at_most()
    {
        using var turns = new PasswordTurns();
        using var hasher = new CrowdedHasher();
        await using var database = await postgres.CloneAsync();
        await TestUsers.EnsureAsync(database);

        var found = await Task.WhenAll(
            Enumerable.Range(0, PasswordTurns.AtOnce + 3).Select(_ => Task.Run(CheckAsync))
        );

        Assert.All(found, Assert.NotNull);
        Assert.InRange(hasher.Most, 1, PasswordTurns.AtOnce);

        async Task<User?> CheckAsync()
        {
            await using var office = new Office(Schema.Options(database.AppConnectionString));
            return await new PasswordCheck(office, hasher, turns).FindAsync(
                TestUsers.EmailOf(UserRole.Staff),
                "any",
                TestContext.Current.CancellationToken
            );
        }
    }

    /// <summary>Stays for a moment when it is called, so that others may come in beside.</summary>
    sealed class CrowdedHasher : IPasswordHasher<User>, IDisposable
    {
        static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);
        readonly SemaphoreSlim crowd = new(0);
        int inside;

        internal int Most { get; private set; }

        public string HashPassword(User user, string password) => password;

        public PasswordVerificationResult VerifyHashedPassword(
            User user,
            string hashedPassword,
            string providedPassword
        )
        {
            var now = Interlocked.Increment(ref inside);
            Most = Math.Max(Most, now);
            if (now > PasswordTurns.AtOnce)
                crowd.Release();
            else
                crowd.Wait(Moment, TestContext.Current.CancellationToken);
            Interlocked.Decrement(ref inside);
            return PasswordVerificationResult.Success;
        }

        public void Dispose() => crowd.Dispose();
    }
}
