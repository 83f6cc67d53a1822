using System.Globalization;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Migrations;

namespace StaffDashboard.Tests.Support;

/// <summary>A test with a database and a program of its own.</summary>
public abstract class OfficeTest(TestPostgres postgres) : IAsyncLifetime
{
    protected TestDatabase Database { get; private set; } = null!;
    protected OfficeApp App { get; private set; } = null!;

    /// <summary>What the program is told besides the usual.</summary>
    protected virtual (string Key, string Value)[] Settings => [];

    public virtual async ValueTask InitializeAsync()
    {
        Database = await postgres.OfficeAsync();
        App = await OfficeApp.StartAsync(Database, settings: Settings);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A context that sees everything there is to see of users; it is the caller's to dispose.</summary>
    protected Office Office() => new(Schema.Options(Database.AppConnectionString));

    protected async Task<Guid> IdOfAsync(UserRole role) =>
        await Database.AskAsync<Guid>(
            $"select id from users where email = '{TestUsers.EmailOf(role)}'"
        );

    protected Task<long> CountAsync(string from) =>
        Database.AskAsync<long>(
            string.Create(CultureInfo.InvariantCulture, $"select count(*) from {from}")
        );
}
