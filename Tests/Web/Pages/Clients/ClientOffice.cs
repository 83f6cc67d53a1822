using StaffDashboard.Data;
using StaffDashboard.Data.Clients;
using StaffDashboard.Data.Users;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Clients;

/// <summary>An office with clients, and one of each role at a browser without script.</summary>
public sealed class ClientOffice(TestPostgres postgres) : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;
    public OfficeApp App { get; private set; } = null!;
    public Visitor Staff { get; private set; } = null!;
    public Visitor Manager { get; private set; } = null!;
    public Visitor Admin { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await postgres.OfficeAsync();
        App = await OfficeApp.StartAsync(Database);
        Staff = await App.SignInAsync(UserRole.Staff);
        Manager = await App.SignInAsync(UserRole.Manager);
        Admin = await App.SignInAsync(UserRole.Admin);
    }

    public async Task<Client> AddAsync(string name, Action<Client>? with = null)
    {
        var client = new Client { Name = name };
        with?.Invoke(client);
        await using var office = Open();
        office.Add(client);
        await office.SaveChangesAsync();
        return client;
    }

    public async Task<Client> FindAsync(Guid id)
    {
        await using var office = Open();
        return (await office.Clients.FindAsync(id))!;
    }

    /// <summary>Oldest first: "update Mia Manager email,phone".</summary>
    public async Task<string[]> HistoryAsync(Guid id) =>
        (
            await Database.AskAsync<string[]>(
                $"""
                select array_agg(action || ' ' || actor || ' ' ||
                  (select coalesce(string_agg(k, ',' order by k), '') from jsonb_object_keys(diff) k) order by at, id)
                from audit_log where table_name = 'clients' and row_id = '{id}'
                """
            )
        )!;

    Office Open() => new(Schema.Options(Database.AppConnectionString));

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in (Visitor[])[Staff, Manager, Admin])
            visitor.Dispose();
        await App.DisposeAsync();
        await Database.DisposeAsync();
    }
}
