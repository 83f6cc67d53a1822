using Npgsql;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Hosting;
using StaffDashboard.Web.Hosting.Embedded;

namespace StaffDashboard.Bench.Support;

/// <summary>A PostgreSQL of its own, as careful with its data as an office's, and the product beside it as a process.</summary>
sealed class Ground : IAsyncDisposable
{
    internal const string Email = "admin@example.test";
    internal const string Password = "a long enough secret";

    readonly DirectoryInfo folder;
    readonly EmbeddedPostgres server;

    Ground(DirectoryInfo folder, EmbeddedPostgres server)
    {
        this.folder = folder;
        this.server = server;
    }

    internal static string Root { get; } = HouseRoot.Find(AppContext.BaseDirectory);
    internal string App => server.AppConnectionString;
    internal string Superuser =>
        new NpgsqlConnectionStringBuilder(server.SuperuserConnectionString)
        {
            Database = "staffdashboard",
        }.ToString();
    internal string Log => Path.Combine(folder.FullName, "postgres.log");

    internal static async Task<Ground> MakeAsync()
    {
        var home = Directory.CreateTempSubdirectory("staffdashboard-bench-");
        var options = new EmbeddedOptions(home.FullName) { Root = Root };
        var postgres = await EmbeddedPostgres.StartAsync(options, CancellationToken.None);
        await Schema.UpgradeAsync(postgres.OwnerConnectionString, CancellationToken.None);
        return new Ground(home, postgres);
    }

    /// <summary>The product as it was built, or as it was published to a folder.</summary>
    internal Task<Child> StartProductAsync(
        string? published = null,
        string? database = null,
        params (string Name, string Value)[] settings
    ) =>
        StartAsync(
            [Path.Combine(published ?? Built, "StaffDashboard.Web.dll")],
            published ?? Path.Combine(Root, "Web"),
            database,
            settings
        );

    /// <summary>Inside another program.</summary>
    internal Task<Child> StartProductInAsync(params string[] program) =>
        StartAsync(program, Path.Combine(Root, "Web"), null, []);

    async Task<Child> StartAsync(
        string[] program,
        string folderOfProduct,
        string? database,
        (string Name, string Value)[] settings
    )
    {
        var product = await Child.StartAsync(
            [.. program, "--urls", "http://127.0.0.1:0"],
            folderOfProduct,
            [
                ("StaffDashboard__DataFolder", folder.FullName),
                ("ConnectionStrings__StaffDashboard", In(server.AppConnectionString, database)),
                ("ConnectionStrings__Owner", In(server.OwnerConnectionString, database)),
                ("StaffDashboard__Admin__Email", Email),
                ("StaffDashboard__Admin__Password", Password),
                // A whole office asks from this one machine, as one person.
                ("StaffDashboard__RateLimits__User", "off"),
                ("StaffDashboard__RateLimits__UserAtOnce", "off"),
                ("StaffDashboard__RateLimits__Address", "off"),
                .. settings,
            ]
        );
        await Ready.WaitAsync(product.Address);
        return product;
    }

    /// <summary>Another database on the same server, with what is in the first one now. Nobody may be in that one.</summary>
    internal async Task<TestDatabase> CopyAsync(string name)
    {
        NpgsqlConnection.ClearAllPools();
        await using var connection = new NpgsqlConnection(In(Superuser, "postgres"));
        await connection.OpenAsync();
        await using var copy = new NpgsqlCommand(
            $"create database {name} template staffdashboard owner {Roles.Owner}",
            connection
        );
        await copy.ExecuteNonQueryAsync();
        return new(
            name,
            In(server.AppConnectionString, name),
            In(server.OwnerConnectionString, name),
            In(Superuser, name)
        );
    }

    static string In(string connection, string? database) =>
        database is null
            ? connection
            : new NpgsqlConnectionStringBuilder(connection) { Database = database }.ToString();

    internal static string Built =>
        AppContext.BaseDirectory.Replace(
            Path.Combine("Tests", "Bench"),
            "Web",
            StringComparison.Ordinal
        );

    internal async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return (T)(await command.ExecuteScalarAsync() ?? "");
    }

    internal Task RunAsync(string sql) => AskAsync<object>(sql);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
