using System.Net;
using Npgsql;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages;

/// <summary>Somebody holds a table, as a clumsy migration does; the server calls off what waits for it.</summary>
public sealed class LockedTableTests(TestPostgres postgres) : IAsyncLifetime
{
    TestDatabase database = null!;
    OfficeApp app = null!;
    Visitor staff = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.OfficeAsync();
        await database.RunAsync(
            "insert into employees (id, name, skills, employment, always_needed, notes, opening_hours) values (gen_random_uuid(), 'Amira Yilmaz', '{}', 'Student', false, '', 0)"
        );
        app = await OfficeApp.StartAsync(
            database,
            settings: (
                "ConnectionStrings:StaffDashboard",
                $"{database.AppConnectionString};Options=-c statement_timeout=3000"
            )
        );
        staff = await app.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        staff.Dispose();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_page_of_which_nothing_is_known_is_asked_for_again_later()
    {
        await using var held = await HoldAsync();

        using var answer = await staff.GetAsync("/team?q=nobody-asked-before");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal("database", Assert.Single(answer.Headers.GetValues("X-Trouble")));
    }

    [Fact]
    public async Task A_page_that_was_shown_before_is_shown_again_and_says_how_old_it_is()
    {
        Assert.Contains("Amira Yilmaz", await TeamAsync(), StringComparison.Ordinal);
        await database.RunAsync("update employees set name = 'Amira Meanwhile'");
        // Told, and so no longer true.
        await Eventually.TrueAsync(async () =>
            (await TeamAsync()).Contains("Amira Meanwhile", StringComparison.Ordinal)
        );
        await database.RunAsync("update employees set name = 'Amira Later'");
        await using var held = await HoldAsync();

        var page = await Eventually.GetAsync(OutdatedAsync, e => e is TimeoutException);

        Assert.Contains("Amira Meanwhile", page, StringComparison.Ordinal);
        // An open page has it already: it is told the truth.
        using var request = new HttpRequestMessage(HttpMethod.Get, "/team?part=list");
        request.Headers.Add("HX-Request", "true");
        using var fragment = await staff.Http.SendAsync(
            request,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.ServiceUnavailable, fragment.StatusCode);
    }

    // Until the change has been told, the page is drawn from memory and is not known to be outdated.
    async Task<string> OutdatedAsync()
    {
        using var answer = await staff.GetAsync("/team");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        if (answer.Headers.Age is null)
            throw new TimeoutException();
        var page = await Visitor.ParseAsync(answer);
        Assert.NotNull(page.QuerySelector(".banner time[data-relative]"));
        Assert.Equal("", page.QuerySelector("meta[name=live-since]")!.GetAttribute("content"));
        return page.QuerySelector("main")!.TextContent;
    }

    async Task<string> TeamAsync() =>
        (await staff.GetPageAsync("/team")).QuerySelector("main")!.TextContent;

    async Task<NpgsqlConnection> HoldAsync()
    {
        var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var hold = new NpgsqlCommand(
            "begin; lock table employees in access exclusive mode",
            connection
        );
        await hold.ExecuteNonQueryAsync();
        return connection;
    }
}
