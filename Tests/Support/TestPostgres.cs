using Npgsql;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Hosting;
using StaffDashboard.Web.Hosting.Embedded;

[assembly: AssemblyFixture(typeof(TestPostgres))]

namespace StaffDashboard.Tests.Support;

/// <summary>
/// One PostgreSQL for the whole run, started by the first test that asks; each test class works
/// in its own copy of a migrated template.
/// </summary>
public sealed class TestPostgres : IAsyncDisposable
{
    const string Template = "template_office";
    const string WithUsers = "template_users";

    readonly Lazy<Task<Running>> running = new(StartAsync);
    int made;

    sealed record Running(TempFolder Folder, EmbeddedPostgres Server);

    public Task<TestDatabase> CloneAsync() => CopyAsync("office", Template);

    /// <summary>With the <see cref="TestUsers"/>, for a program to start on.</summary>
    public Task<TestDatabase> OfficeAsync() => CopyAsync("office", WithUsers);

    /// <summary>A database without any table, as a new server's owner finds it.</summary>
    public Task<TestDatabase> EmptyAsync() => CopyAsync("empty", "template0");

    public async ValueTask DisposeAsync()
    {
        if (!running.IsValueCreated)
            return;
        var (folder, server) = await running.Value;
        NpgsqlConnection.ClearAllPools();
        await server.DisposeAsync();
        folder.Dispose();
    }

    static async Task<Running> StartAsync()
    {
        var folder = TempFolder.InMemory();
        var options = new EmbeddedOptions(Path.Combine(folder.Path, "data"))
        {
            Root = HouseRoot.Find(AppContext.BaseDirectory),
            Durable = false,
        };
        var server = await EmbeddedPostgres.StartAsync(options, CancellationToken.None);
        await HastenAsync(server);
        await RunAsync(
            server,
            $"create database {Template} template template0 owner {Roles.Owner}"
        );
        await Schema.UpgradeAsync(
            In(server.OwnerConnectionString, Template) + ";Pooling=false",
            CancellationToken.None
        );
        await RunAsync(
            server,
            $"create database {WithUsers} template {Template} owner {Roles.Owner}"
        );
        // Nobody may be connected to what is copied.
        await TestUsers.AddAsync(In(server.AppConnectionString, WithUsers) + ";Pooling=false");
        return new Running(folder, server);
    }

    async Task<TestDatabase> CopyAsync(string kind, string template)
    {
        var server = (await running.Value).Server;
        var name = $"{kind}_{Interlocked.Increment(ref made)}";
        // File by file: through the log of the server it takes four times as long.
        await RunAsync(
            server,
            $"create database {name} template {template} owner {Roles.Owner} strategy file_copy"
        );
        return new(
            name,
            In(server.AppConnectionString, name),
            In(server.OwnerConnectionString, name),
            In(server.SuperuserConnectionString, name)
        )
        {
            HasUsers = template == WithUsers,
        };
    }

    // Thousands of connections show who they are: 4,096 rounds each, on both sides, are for a server that lasts.
    static async Task HastenAsync(EmbeddedPostgres server)
    {
        var people = new[]
        {
            server.SuperuserConnectionString,
            server.AppConnectionString,
            server.OwnerConnectionString,
        }.Select(connection => new NpgsqlConnectionStringBuilder(connection));
        foreach (var person in people)
            await RunAsync(
                server,
                $"set scram_iterations = 1; alter role {person.Username} password '{person.Password}'"
            );
    }

    static async Task RunAsync(EmbeddedPostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    static string In(string connectionString, string database)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Database = database,
            MaxPoolSize = 6,
            // Whether a machine with much to do is quick is not what a test is about.
            Timeout = 60,
            IncludeErrorDetail = true,
        };
        // Each test has pools of its own, and each would ask for all types there are.
        settings["Server Compatibility Mode"] = "NoTypeLoading";
        return settings.ToString();
    }
}
