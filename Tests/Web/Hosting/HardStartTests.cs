using System.Net;
using Npgsql;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Hosting;
using StaffDashboard.Web.Hosting.Embedded;

namespace StaffDashboard.Tests.Web.Hosting;

/// <summary>The program with its own PostgreSQL, in an empty folder, with something going wrong.</summary>
public sealed class HardStartTests : IDisposable
{
    readonly TempFolder folder = new();

    string Data => Path.Combine(folder.Path, "data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_programs_that_start_at_once_share_one_server_and_make_one_admin()
    {
        using var one = Start();
        using var other = Start();
        var addresses = await Task.WhenAll(one.OpenAsync(), other.OpenAsync());

        foreach (var address in addresses)
            await IsAsync(HttpStatusCode.OK, address);
        Assert.Single((one.Said + other.Said).Split("Sign in as admin@localhost").Skip(1));
        await EndAsync(one);
        await IsAsync(HttpStatusCode.OK, addresses[1]);
        await EndAsync(other);
        Assert.False(File.Exists(PostgresPid.FileOf(folder.Path)));
    }

    [Theory]
    [InlineData("postgres.*.new")]
    [InlineData("port")]
    public async Task A_first_start_that_was_killed_is_finished_by_the_next(string when)
    {
        using (var killed = Start())
        {
            await Eventually.TrueAsync(() =>
                Task.FromResult(
                    Directory.Exists(Data) && Directory.GetFileSystemEntries(Data, when).Length > 0
                )
            );
            killed.Kill();
            await killed.EndAsync();
        }

        using var next = Start();
        await IsAsync(HttpStatusCode.OK, await next.OpenAsync());

        Assert.Contains("Sign in as admin@localhost", next.Said, StringComparison.Ordinal);
        await EndAsync(next);
    }

    [Fact]
    public async Task A_database_of_other_migrations_ends_it_with_one_line_that_names_the_folder()
    {
        var options = new EmbeddedOptions(Data) { Root = HouseRoot.Find(AppContext.BaseDirectory) };
        await using (
            var server = await EmbeddedPostgres.StartAsync(
                options,
                TestContext.Current.CancellationToken
            )
        )
        {
            await using var owner = new NpgsqlConnection(
                server.OwnerConnectionString + ";Pooling=false"
            );
            await owner.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand(OtherMigrations.Sql, owner);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        using var web = Start();

        Assert.Equal(78, await web.EndAsync());
        var line = Assert.Single(web.Complained.TrimEnd().Split('\n'));
        Assert.Contains("remove the folder ", line, StringComparison.Ordinal);
        Assert.Contains("/postgres, ", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_killed_is_started_again_under_the_program()
    {
        using var web = Start();
        var address = await web.OpenAsync();
        await IsAsync(HttpStatusCode.OK, address);

        var pid = Pid();
        PostgresPid.Kill(folder.Path);

        await Eventually.TrueAsync(() => Task.FromResult(Pid() is { } other && other != pid));
        await IsAsync(HttpStatusCode.OK, address);
        using var stranger = new Visitor(address);
        await stranger.GetPageAsync("/account/sign-in");
        await EndAsync(web);
    }

    string? Pid() =>
        File.Exists(PostgresPid.FileOf(folder.Path))
            ? File.ReadLines(PostgresPid.FileOf(folder.Path)).FirstOrDefault()
            : null;

    WebProcess Start() =>
        WebProcess.Start("--urls http://127.0.0.1:0", ("StaffDashboard__DataFolder", Data));

    static Task IsAsync(HttpStatusCode wanted, Uri address) =>
        Eventually.EqualAsync(
            wanted,
            async () =>
            {
                using var stranger = new Visitor(address);
                using var answer = await stranger.GetAsync("/health/ready");
                return answer.StatusCode;
            }
        );

    static async Task EndAsync(WebProcess web)
    {
        web.Terminate();
        Assert.Equal(0, await web.EndAsync());
    }
}
