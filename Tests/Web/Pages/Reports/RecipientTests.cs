using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Reports;

public sealed class RecipientTests(TestPostgres postgres) : IAsyncLifetime
{
    TestDatabase database = null!;
    MailServer server = null!;
    OfficeApp app = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CloneAsync();
        server = await MailServer.StartAsync("--plain");
        app = await MailedOffice.StartAsync(database, server);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        server.Dispose();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_confirms_gets_reports_and_stops_them_with_one_click()
    {
        using var admin = await app.SignInAsync(UserRole.Admin);
        var confirm = await AskAsync(admin);
        using var stranger = app.Stranger();

        // A scanner opens every link: that changes nothing.
        var question = await stranger.GetPageAsync(confirm);
        Assert.Contains("bea@example.test", question.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await ConfirmedAsync());
        using var yes = await stranger.PostAsync(confirm);
        Assert.Equal(HttpStatusCode.OK, yes.StatusCode);
        Assert.Equal(1, await ConfirmedAsync());
        // Said once more, it is not as if they had come only now: today's report stays theirs.
        var since = await SinceAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        using (await stranger.PostAsync(confirm)) { }
        Assert.Equal(since, await SinceAsync());

        await using (var desk = new Jobs.Works.ReportDesk(database, app.Clock))
            await desk.Tell.ReportAsync(desk.Tell.Yesterday, null, CancellationToken.None);
        var day = await database.AskAsync<string>("select day::text from daily_reports");
        using var again = await admin.PostAsync($"/admin/reports/{day}?handler=Again");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        var report = await Mime.ReadAsync((await server.NextAsync()).Text);
        Assert.Equal("List-Unsubscribe=One-Click", report.Headers["list-unsubscribe-post"]);
        var way = new Uri(report.Headers["list-unsubscribe"].Trim('<', '>')).PathAndQuery;

        var asked = await stranger.GetPageAsync(way);
        Assert.NotNull(asked.QuerySelector("form button"));
        Assert.Equal(1, await ConfirmedAsync());
        using var provider = new HttpClient { BaseAddress = app.Address };
        using var click = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var stopped = await provider.PostAsync(new Uri(way, UriKind.Relative), click);
        Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        Assert.Equal(0, await ConfirmedAsync());
        Assert.Null(await SinceAsync());
        using var twice = await provider.PostAsync(new Uri(way, UriKind.Relative), click);
        Assert.Equal(HttpStatusCode.OK, twice.StatusCode);

        // The yes is older than the no.
        using var late = await stranger.PostAsync(confirm);
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.Equal(0, await ConfirmedAsync());
    }

    [Fact]
    public async Task Whoever_guesses_at_links_is_told_to_wait()
    {
        using var stranger = app.Stranger();
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i <= 60; i++)
        {
            using var answer = await stranger.GetAsync("/reports/confirm?token=x");
            codes.Add(answer.StatusCode);
            Assert.Equal(i == 60, answer.Headers.RetryAfter is not null);
        }

        Assert.Equal(HttpStatusCode.Gone, codes[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, codes[^1]);
    }

    [Fact]
    public async Task A_link_works_for_its_own_page_and_in_its_own_time_only()
    {
        using var admin = await app.SignInAsync(UserRole.Admin);
        var confirm = await AskAsync(admin);
        using var stranger = app.Stranger();
        var elsewhere = confirm.Replace("/confirm", "/unsubscribe", StringComparison.Ordinal);
        foreach (
            var bad in new[]
            {
                elsewhere,
                confirm[..^3] + "AAA",
                "/reports/confirm?token=x",
                "/reports/confirm",
            }
        )
        {
            using var answer = await stranger.PostAsync(bad);
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        }
        app.Clock.Advance(TimeSpan.FromDays(7.1));
        using var late = await stranger.PostAsync(confirm);
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.Equal(0, await ConfirmedAsync());
    }

    [Fact]
    public async Task A_Manager_reads_and_an_Admin_decides()
    {
        using var manager = await app.SignInAsync(UserRole.Manager);
        using var staff = await app.SignInAsync();
        using var admin = await app.SignInAsync(UserRole.Admin);
        await AskAsync(admin);
        var id = await database.AskAsync<Guid>("select id from report_recipients");
        foreach (
            var path in new[]
            {
                "/admin/reports",
                "/admin/reports/preview",
                "/admin/reports/preview/letter",
                $"/admin/reports/recipients/{id}",
            }
        )
        {
            var page = await manager.GetPageAsync(path);
            Assert.Empty(page.QuerySelectorAll("main form[method=post]"));
            using var refused = await staff.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
        foreach (
            var post in new[]
            {
                "/admin/reports?handler=Add",
                "/admin/reports?handler=Settings",
                "/admin/reports?handler=Test",
                $"/admin/reports/recipients/{id}?handler=Remove",
                $"/admin/reports/recipients/{id}?handler=Ask",
            }
        )
        {
            using var refused = await manager.PostAsync(post);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using var set = await admin.PostAsync(
            "/admin/reports?handler=Settings",
            ("SendAt", "06:15"),
            ("IsOn", "true")
        );
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.Equal(
            new TimeSpan(6, 15, 0),
            await database.AskAsync<TimeSpan>("select send_at - time '00:00' from report_settings")
        );
        using var stale = await admin.PostAsync(
            "/admin/reports?handler=Settings",
            ("SendAt", "05:00"),
            ("Was[SendAt]", "07:00")
        );
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using var removed = await admin.PostAsync($"/admin/reports/recipients/{id}?handler=Remove");
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Equal(
            3,
            await database.AskAsync<long>(
                "select count(*) from audit_log where table_name in ('report_recipients', 'report_settings') and actor = 'Ada Admin'"
            )
        );
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("")]
    public async Task An_address_that_is_none_is_refused_with_what_was_typed(string email)
    {
        using var admin = await app.SignInAsync(UserRole.Admin);

        using var answer = await admin.PostAsync(
            "/admin/reports?handler=Add",
            ("Recipient.Email", email)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(0, await database.AskAsync<long>("select count(*) from letters"));
    }

    [Fact]
    public async Task A_test_goes_to_whoever_asks_for_it()
    {
        using var admin = await app.SignInAsync(UserRole.Admin);

        using var asked = await admin.PostAsync("/admin/reports?handler=Test");

        var test = await Mime.ReadAsync((await server.NextAsync()).Text);
        Assert.Equal(["admin@example.test"], test.To);
        Assert.DoesNotContain("list-unsubscribe", test.Headers.Keys);
        Assert.Contains("This is a test that you asked for.", test.Text, StringComparison.Ordinal);
        var preview = await admin.GetPageAsync("/admin/reports/preview/letter");
        Assert.Equal(preview.QuerySelector("h1")!.TextContent, test.Text.Split('\n')[0].Trim());
    }

    async Task<string> AskAsync(Visitor admin)
    {
        using var added = await admin.PostAsync(
            "/admin/reports?handler=Add",
            ("Recipient.Email", "Bea@example.test")
        );
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var mime = await Mime.ReadAsync((await server.NextAsync()).Text);
        Assert.Equal(["bea@example.test"], mime.To);
        var link = mime
            .Text.Split('\n')
            .Select(line => line.Trim())
            .Single(line => line.StartsWith("http", StringComparison.Ordinal));
        return new Uri(link).PathAndQuery;
    }

    Task<string?> SinceAsync() =>
        database.AskAsync<string?>("select confirmed_at::text from report_recipients");

    Task<long> ConfirmedAsync() =>
        database.AskAsync<long>(
            "select count(*) from report_recipients where confirmed_at is not null and unsubscribed_at is null"
        );
}
