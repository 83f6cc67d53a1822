namespace StaffDashboard.Tests.Support;

/// <summary>Several programs on one database, each in a process of its own.</summary>
public abstract class Nodes(TestPostgres postgres) : IAsyncLifetime
{
    readonly TempFolder folder = new();

    protected TestDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await postgres.OfficeAsync();
        await TestUsers.EnsureAsync(Database);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Database.DisposeAsync();
        folder.Dispose();
    }

    // A statement that a test holds must not give up while a slow machine starts the other node.
    private protected WebProcess Start() =>
        WebProcess.Start(
            "--urls http://127.0.0.1:0",
            (
                "ConnectionStrings__StaffDashboard",
                $"{Database.AppConnectionString};Command Timeout=300"
            ),
            ("StaffDashboard__DataFolder", folder.Path)
        );
}
