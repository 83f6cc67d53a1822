using System.Net;
using System.Net.Sockets;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Hosting;

public sealed class StartTests(TestPostgres postgres) : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("StaffDashboard__TimeZone", "Mars/Olympus")]
    [InlineData("StaffDashboard__PublicAddress", "office")]
    [InlineData("StaffDashboard__TrustedProxies", "10.0.0.0/99")]
    [InlineData("StaffDashboard__Admin__Email", "nobody")]
    [InlineData("StaffDashboard__Admin__Password", "short")]
    [InlineData("StaffDashboard__Mail__Port", "25")]
    [InlineData("StaffDashboard__Mial__Host", "mail.example.test")]
    [InlineData("ConnectionStrings__StaffDashboard", "Hots=db")]
    public async Task A_bad_setting_ends_it_with_one_line_that_names_it(string name, string value)
    {
        using var web = WebProcess.Start(
            "",
            ("StaffDashboard__DataFolder", folder.Path),
            (name, value)
        );
        Assert.Equal(78, await web.EndAsync());
        AssertOneLine(
            web,
            name.StartsWith("StaffDashboard__Mail", StringComparison.Ordinal)
                ? "StaffDashboard__Mail__Host"
                : name
        );
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_ends_it()
    {
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        using var web = WebProcess.Start(
            "",
            ("StaffDashboard__DataFolder", Path.Combine(file, "data"))
        );
        Assert.Equal(73, await web.EndAsync());
        AssertOneLine(web, "StaffDashboard__DataFolder");
    }

    [Fact]
    public async Task A_taken_port_ends_it_and_says_how_to_choose_another()
    {
        await using var database = await postgres.CloneAsync();
        using var taker = new TcpListener(IPAddress.Loopback, 0);
        taker.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taker.LocalEndpoint).Port}";
        using var web = WebProcess.Start($"--urls {address}", On(database));
        Assert.Equal(69, await web.EndAsync());
        AssertOneLine(web, "--urls");
        Assert.Contains(address, web.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_at_the_first_start_does_not_use_up_the_first_password()
    {
        using var taker = new TcpListener(IPAddress.Loopback, 0);
        taker.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taker.LocalEndpoint).Port}";
        var data = ("StaffDashboard__DataFolder", Path.Combine(folder.Path, "data"));
        using (var web = WebProcess.Start($"--urls {address}", data))
        {
            Assert.Equal(69, await web.EndAsync());
            AssertOneLine(web, "--urls");
            Assert.DoesNotContain("Sign in", web.Said, StringComparison.Ordinal);
        }

        using var again = WebProcess.Start("--urls http://127.0.0.1:0", data);
        await again.OpenAsync();

        Assert.Contains("Sign in as admin@localhost", again.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:99999", "--urls")]
    [InlineData("http://127.0.0.1:x", "--urls")]
    [InlineData("somewhere", "--urls")]
    [InlineData("http://127.0.0.1:0/office", "--urls")]
    [InlineData("http://127.0.0.1:0;http://127.0.0.1:-1", "--urls")]
    [InlineData("https://127.0.0.1:0", "Kestrel__Certificates__Default__Path")]
    public async Task An_address_that_cannot_be_opened_stops_the_start(string urls, string part)
    {
        await using var database = await postgres.CloneAsync();
        using var web = WebProcess.Start($"--urls {urls}", On(database));

        Assert.Equal(78, await web.EndAsync());

        AssertOneLine(web, part);
    }

    [Theory]
    [InlineData("ASPNETCORE_HTTP_PORTS", "99999")]
    [InlineData("Kestrel__Endpoints__Office__Url", "http://127.0.0.1:99999")]
    public async Task So_does_a_port_that_there_is_not_from_elsewhere(string setting, string value)
    {
        await using var database = await postgres.CloneAsync();
        using var web = WebProcess.Start("", [.. On(database), (setting, value)]);

        Assert.Equal(78, await web.EndAsync());

        AssertOneLine(web, setting.Split("__Office")[0]);
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_read_stops_the_start()
    {
        await using var database = await postgres.CloneAsync();
        using var web = WebProcess.Start(
            "--urls https://127.0.0.1:0",
            [
                .. On(database),
                ("Kestrel__Certificates__Default__Path", Path.Combine(folder.Path, "none.pem")),
            ]
        );

        Assert.Equal(78, await web.EndAsync());

        AssertOneLine(web, "Kestrel__Certificates");
    }

    [Fact]
    public async Task A_word_that_is_no_command_ends_it()
    {
        using var web = WebProcess.Start("migrat");
        Assert.Equal(64, await web.EndAsync());
        AssertOneLine(web, "migrate");
    }

    [Fact]
    public async Task It_refuses_a_schema_that_is_behind_and_names_the_command()
    {
        await using var database = await postgres.EmptyAsync();
        using var web = WebProcess.Start("--urls http://127.0.0.1:0", On(database));
        Assert.Equal(78, await web.EndAsync());
        AssertOneLine(web, "-- migrate");
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("demo")]
    [InlineData("--urls http://127.0.0.1:0")]
    public async Task It_refuses_a_schema_that_no_upgrade_leads_on_from(string arguments)
    {
        await using var database = await postgres.EmptyAsync();
        await database.RunAsync(OtherMigrations.Sql);
        using var web = WebProcess.Start(arguments, On(database));
        Assert.Equal(78, await web.EndAsync());
        AssertOneLine(web, "ConnectionStrings__Owner");
    }

    [Fact]
    public async Task Two_that_migrate_at_once_take_turns()
    {
        await using var database = await postgres.EmptyAsync();
        using var one = WebProcess.Start("migrate", On(database));
        using var other = WebProcess.Start("migrate", On(database));
        Assert.Equal(0, await one.EndAsync());
        Assert.Equal(0, await other.EndAsync());
        var said = one.Said + other.Said;
        Assert.Contains("Applied ", said, StringComparison.Ordinal);
        Assert.Contains("up to date", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_that_start_at_once_make_one_admin()
    {
        await using var database = await postgres.CloneAsync();
        using var one = WebProcess.Start("--urls http://127.0.0.1:0", On(database));
        using var other = WebProcess.Start("--urls http://127.0.0.1:0", On(database));
        await Task.WhenAll(one.OpenAsync(), other.OpenAsync());
        Assert.Equal(
            1,
            await database.AskAsync<long>("select count(*) from users where role = 'Admin'")
        );
        Assert.Single((one.Said + other.Said).Split("Sign in as admin@localhost").Skip(1));
    }

    [Fact]
    public async Task What_a_killed_program_left_running_is_adopted_and_stopped_by_the_next()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It needs signals.");
        var data = Path.Combine(folder.Path, "data");
        var pidFile = PostgresPid.FileOf(folder.Path);
        using (
            var killed = WebProcess.Start(
                "--urls http://127.0.0.1:0",
                ("StaffDashboard__DataFolder", data)
            )
        )
        {
            await killed.OpenAsync();
            killed.Kill();
            await killed.EndAsync();
        }
        var pid = File.ReadLines(pidFile).First();
        using var next = WebProcess.Start(
            "--urls http://127.0.0.1:0",
            ("StaffDashboard__DataFolder", data)
        );
        await next.OpenAsync();
        Assert.Equal(pid, File.ReadLines(pidFile).First());
        next.Terminate();
        Assert.Equal(0, await next.EndAsync());
        Assert.False(File.Exists(pidFile));
    }

    (string, string)[] On(TestDatabase database) =>
        [
            ("StaffDashboard__DataFolder", folder.Path),
            ("ConnectionStrings__StaffDashboard", database.AppConnectionString),
            ("ConnectionStrings__Owner", database.OwnerConnectionString),
        ];

    static void AssertOneLine(WebProcess web, string part)
    {
        Assert.Contains(part, web.Complained, StringComparison.Ordinal);
        Assert.Single(web.Complained.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", web.Said, StringComparison.Ordinal);
    }
}
