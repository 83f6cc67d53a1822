using Npgsql;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Hosting;
using StaffDashboard.Web.Hosting.Embedded;

namespace StaffDashboard.Tests.Web.Hosting.Embedded;

public sealed class EmbeddedPostgresTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_second_program_joins_and_the_last_one_out_stops_the_server()
    {
        var first = await StartAsync();
        var second = await StartAsync();
        Assert.Equal(first.Port, second.Port);
        await first.DisposeAsync();
        Assert.Equal("18", (await AskAsync(second, "show server_version"))[..2]);
        var connection = second.SuperuserConnectionString;
        await second.DisposeAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => AskAsync(connection, "select 1::text"));
    }

    [Fact]
    public async Task The_app_owns_nothing_and_only_the_backup_bypasses_row_security()
    {
        await using var postgres = await StartAsync();
        Assert.Equal(
            "staffdashboard_app,staffdashboard_backup!,staffdashboard_owner",
            await AskAsync(
                postgres,
                "select string_agg(rolname || case when rolbypassrls then '!' else '' end, ',' order by rolname) from pg_roles where rolname like 'staff%' and not rolsuper and not rolcreatedb"
            )
        );
        Assert.Equal(
            "staffdashboard_owner",
            await AskAsync(
                postgres,
                "select datdba::regrole::text from pg_database where datname = 'staffdashboard'"
            )
        );
        Assert.Equal(
            "staffdashboard_app",
            await AskAsync(postgres.AppConnectionString, "select current_user::text")
        );
        Assert.Equal(
            "staffdashboard_owner",
            await AskAsync(postgres.OwnerConnectionString, "select current_user::text")
        );
    }

    [Fact]
    public async Task It_is_reachable_on_loopback_only_and_its_secrets_by_the_owner_only()
    {
        await using var postgres = await StartAsync();
        Assert.Equal("127.0.0.1", await AskAsync(postgres, "show listen_addresses"));
        Assert.Equal("", await AskAsync(postgres, "show unix_socket_directories"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(folder.Path, "data", "passwords.json"))
            );
    }

    [Fact]
    public async Task What_was_stored_is_there_again_after_a_stop()
    {
        await using (var postgres = await StartAsync())
            await AskAsync(postgres, "create table kept as select 'still here' as said");
        await using var again = await StartAsync();
        Assert.Equal("still here", await AskAsync(again, "select said from kept"));
    }

    [Fact]
    public async Task A_killed_server_is_started_again_with_what_was_committed()
    {
        await using var postgres = await EmbeddedPostgres.StartAsync(
            Options(Path.Combine(folder.Path, "data")) with
            {
                Durable = true,
            },
            TestContext.Current.CancellationToken
        );
        await AskAsync(postgres, "create table kept as select 'still here' as said");
        PostgresPid.Kill(folder.Path);
        Assert.Equal(
            "still here",
            await Eventually.GetAsync(
                () => AskAsync(postgres, "select said from kept"),
                e => e is NpgsqlException
            )
        );
    }

    [Fact]
    public async Task A_stale_pid_file_that_names_a_living_stranger_is_no_obstacle()
    {
        await using (await StartAsync()) { }
        var stranger = Environment.ProcessId;
        await File.WriteAllTextAsync(
            PostgresPid.FileOf(folder.Path),
            $"{stranger}\n{folder.Path}\n1\n5432\n\n127.0.0.1\n\nready\n",
            TestContext.Current.CancellationToken
        );
        await using var postgres = await StartAsync();
        Assert.Equal("1", await AskAsync(postgres, "select 1::text"));
    }

    [Fact]
    public async Task A_taken_port_makes_it_choose_another()
    {
        int port;
        await using (var postgres = await StartAsync())
            port = postgres.Port;
        using var taker = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port);
        taker.Start();
        await using var again = await StartAsync();
        Assert.NotEqual(port, again.Port);
        Assert.Equal("1", await AskAsync(again, "select 1::text"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named()
    {
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<StartRefused>(() =>
            StartAsync(Path.Combine(file, "data"))
        );
        Assert.Contains("StaffDashboard__DataFolder", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_whose_starter_was_killed_is_adopted_and_completed()
    {
        await using var killed = await StartAsync();
        await AskAsync(
            killed.SuperuserConnectionString,
            $"drop database {EmbeddedOptions.Database}"
        );

        await using var next = await StartAsync();

        Assert.Equal(
            "staffdashboard_app",
            await AskAsync(next.AppConnectionString, "select current_user::text")
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"Superuser\":\"ab")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task A_truncated_password_file_is_replaced_unless_a_database_needs_it(string left)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder.Path, "data")).FullName;
        var file = Path.Combine(data, "passwords.json");
        await File.WriteAllTextAsync(file, left, TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(data, "postgres"));

        var refused = await Assert.ThrowsAsync<StartRefused>(() => StartAsync());

        Assert.Equal(StartRefused.BadSetting, refused.ExitCode);
        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
        Assert.Equal(
            left,
            await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)
        );

        Directory.Delete(Path.Combine(data, "postgres"));
        Assert.NotNull(Passwords.ReadOrCreate(file, isNeeded: false).App);
        Assert.Equal(
            Passwords.ReadOrCreate(file, isNeeded: true),
            Passwords.ReadOrCreate(file, isNeeded: false)
        );
    }

    [Fact]
    public async Task Where_namespaces_are_refused_root_runs_it_as_nobody_and_says_where()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess,
            "Only root needs it."
        );
        var data = Path.Combine(folder.Path, "data");
        var said = new List<string>();
        try
        {
            await using var postgres = await EmbeddedPostgres.StartAsync(
                Options(data) with
                {
                    WithoutNamespaces = true,
                    Say = said.Add,
                },
                TestContext.Current.CancellationToken
            );
            Assert.Equal("1", await AskAsync(postgres, "select 1::text"));
            Assert.Contains("as nobody", Assert.Single(said), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(Unprivileged.HomeOf(data), recursive: true);
        }
    }

    Task<EmbeddedPostgres> StartAsync(string? data = null) =>
        EmbeddedPostgres.StartAsync(
            Options(data ?? Path.Combine(folder.Path, "data")),
            TestContext.Current.CancellationToken
        );

    static EmbeddedOptions Options(string data) =>
        new(data) { Root = HouseRoot.Find(AppContext.BaseDirectory), Durable = false };

    static Task<string> AskAsync(EmbeddedPostgres postgres, string sql) =>
        AskAsync(postgres.SuperuserConnectionString, sql);

    static async Task<string> AskAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return (string?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)
            ?? "";
    }
}
