using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Measures;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Measures;
using StaffDashboard.Web.Measures.Browsers;

namespace StaffDashboard.Tests.Web.Measures;

public class ReportsTests(TestPostgres postgres) : OfficeTest(postgres)
{
    readonly Guid browser = Guid.CreateVersion7();

    [Fact]
    public async Task A_report_says_what_page_is_open_and_how_it_does()
    {
        using var sam = await App.SignInAsync();

        await TakenAsync(sam, BrowserReport.Of(browser));

        Assert.Equal(
            $"live WebSockets 21.5 2 /team/{{id}} 1a2b3c {await IdOfAsync(UserRole.Staff)}",
            await Database.AskAsync<string>(
                "select concat_ws(' ', state, transport, latency_ms, queue_length, page, version, user_id) from browsers"
            )
        );
        Assert.True(
            await Database.AskAsync<bool>(
                "select seen_at - opened_at = interval '1 minute' and seen_at - queue_oldest = interval '5 seconds' from browsers"
            )
        );
    }

    [Fact]
    public async Task What_browsers_tell_is_added_up_for_the_office_and_for_the_person()
    {
        using var sam = await App.SignInAsync();
        using var mia = await App.SignInAsync(UserRole.Manager);

        await TakenAsync(
            sam,
            BrowserReport
                .Of(browser)
                .Minute(
                    1000,
                    BrowserReport.Values(Figure.Confirmed, "", 100, 300),
                    BrowserReport.Values(Figure.State, "live", 40),
                    BrowserReport.Count(Figure.Failed, "line", 3)
                )
                .Minute(120_000, BrowserReport.Values(Figure.Confirmed, "", 50))
                .Event("state", "offline", 500)
                .Event("reconnected", "", 100, 4000)
        );
        await TakenAsync(
            mia,
            BrowserReport
                .Of(Guid.CreateVersion7())
                .Minute(
                    1000,
                    BrowserReport.Values(Figure.Confirmed, "", 1000),
                    BrowserReport.Values(Figure.Queue, "", 4, 7),
                    BrowserReport.Count(Figure.Failed, "fault", 1)
                )
        );
        await WriteAsync();

        var now = App.Clock.GetUtcNow();
        await using var office = Office();
        var told = await office.TotalsAsync(
            [Figure.Confirmed, Figure.Failed],
            new(now.AddMinutes(-10), now.AddMinutes(1)),
            Stop
        );
        var confirmed = told.Of(Figure.Confirmed);
        Assert.Equal((4, 1450, 1000), (confirmed.Count, confirmed.Sum, confirmed.Max));
        Assert.Equal(4, confirmed.Buckets!.Sum());
        Assert.Equal(1, confirmed.Buckets![Distribution.BucketOf(300)]);
        Assert.Equal(
            (3, 1),
            (told.Count(Figure.Failed, "line"), told.Count(Figure.Failed, "fault"))
        );
        Assert.Equal(
            "3 450 300 3 40",
            await Database.AskAsync<string>(
                $"select concat_ws(' ', sum(confirms), sum(confirm_ms), max(confirm_max_ms), sum(failures), sum(live_s)) from person_minutes where user_id = '{await IdOfAsync(UserRole.Staff)}'"
            )
        );
        Assert.Equal(
            "state offline, reconnected  4000",
            await Database.AskAsync<string>(
                "select string_agg(concat_ws(' ', kind, detail, ms), ', ' order by at) from person_events"
            )
        );
    }

    [Fact]
    public async Task A_report_that_comes_again_counts_once()
    {
        using var sam = await App.SignInAsync();
        var report = BrowserReport
            .Of(browser)
            .Minute(1000, BrowserReport.Count(Figure.Retry, "", 2))
            .Event("retry", "Archive a person");

        await TakenAsync(sam, report);
        await TakenAsync(sam, report);
        await WriteAsync();

        Assert.Equal(2, await Database.AskAsync<int>("select retries from person_minutes"));
        Assert.Equal(1, await CountAsync("person_events"));
        Assert.Equal(
            2,
            await Database.AskAsync<long>(
                $"select count from measure_minutes where name = '{Figure.Retry}'"
            )
        );
    }

    [Theory]
    [InlineData(UserRole.Staff)]
    [InlineData(UserRole.Admin)]
    public async Task Nobody_takes_over_somebody_elses_browser(UserRole other)
    {
        using var mia = await App.SignInAsync(UserRole.Manager);
        using var somebody = await App.SignInAsync(other);
        await TakenAsync(mia, BrowserReport.Of(browser));
        var before = await Database.AskAsync<string>("select browsers::text from browsers");

        using var refused = await somebody.SendAsync(
            BrowserReport
                .Of(browser)
                .Minute(0, BrowserReport.Count(Figure.Retry, "", 2))
                .Event("refresh", "")
        );
        await WriteAsync();

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(
            before,
            await Database.AskAsync<string>("select browsers::text from browsers")
        );
        Assert.Equal(0, await CountAsync("person_minutes") + await CountAsync("person_events"));
        Assert.Equal(0, await CountAsync("measure_minutes where name like 'sync.%'"));
    }

    [Fact]
    public async Task A_page_that_is_left_is_closed_unless_the_next_one_has_opened()
    {
        using var sam = await App.SignInAsync();
        await TakenAsync(sam, Page(opened: 60_000, leaving: false));
        await TakenAsync(sam, Page(opened: 0, leaving: false));
        await TakenAsync(sam, Page(opened: 60_010, leaving: true));
        Assert.Equal("live", await StateAsync());

        await TakenAsync(sam, Page(opened: 20, leaving: true));
        Assert.Equal("closed", await StateAsync());
    }

    [Theory]
    [InlineData("$.page.state", "asleep")]
    [InlineData("$.page.path", "https://elsewhere.example")]
    [InlineData("$.page.opened", -1)]
    [InlineData("$.page.waiting", -1)]
    [InlineData("$.minutes[0].age", 86_400_000)]
    [InlineData("$.minutes[0].age", -5)]
    [InlineData("$.minutes[0].figures[0].name", "request")]
    [InlineData("$.minutes[0].figures[0].label", "made-up")]
    [InlineData("$.minutes[0].figures[0].values[0]", -1)]
    [InlineData("$.minutes[0].figures[0].values[0]", 1e300)]
    [InlineData("$.minutes[0].figures[0].count", 5)]
    [InlineData("$.events[0].kind", "typed")]
    [InlineData("$.events[0].age", 1e300)]
    [InlineData("$.events[0].detail", Long)]
    [InlineData("$.page.transport", "Pigeon")]
    [InlineData("$.page.version", Long)]
    [InlineData("$.browser", "00000000-0000-0000-0000-000000000000")]
    [InlineData("$.id", "00000000-0000-0000-0000-000000000000")]
    public async Task What_no_browser_of_ours_would_say_is_refused(string where, object what)
    {
        using var sam = await App.SignInAsync();
        var report = Full();
        Set(report, where, what);

        using var refused = await sam.SendAsync(report);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(0, await CountAsync("browsers"));
    }

    const string Long =
        "a hundred and one letters, which is one more than is taken of a single word that a browser may tell..";

    [Theory]
    [InlineData("minutes", ReportRules.MostMinutes)]
    [InlineData("figures", ReportRules.MostFigures)]
    [InlineData("values", ReportRules.MostValues)]
    [InlineData("times", ReportRules.MostOfOne)]
    [InlineData("events", ReportRules.MostEvents)]
    public async Task So_much_is_taken_at_once_and_no_more(string what, int most)
    {
        using var sam = await App.SignInAsync();

        await TakenAsync(sam, Much(what, most));
        using var refused = await sam.SendAsync(Much(what, most + 1));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    JsonObject Much(string what, int many)
    {
        var report = BrowserReport.Of(browser);
        var once = BrowserReport.Count(Figure.Retry, "", 1);
        JsonObject[] Each() =>
            [.. Enumerable.Repeat(0, many).Select(_ => once.DeepClone().AsObject())];
        if (what == "minutes")
            foreach (var figure in Each())
                report.Minute(0, figure);
        else if (what == "events")
            for (var i = 0; i < many; i++)
                report.Event("retry", "");
        else
            report.Minute(
                0,
                what == "figures" ? Each()
                    : what == "times" ? [BrowserReport.Count(Figure.Retry, "", many)]
                    : [BrowserReport.Values(Figure.Seen, "", new double[many])]
            );
        return report;
    }

    [Theory]
    [InlineData("""{"id":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.UnprocessableEntity)]
    [InlineData("[[[[[[[[[[[[]]]]]]]]]]]]", HttpStatusCode.BadRequest)]
    [InlineData(
        """{"id":"018f3a5e-0000-7000-8000-000000000001","browser":"018f3a5e-0000-7000-8000-000000000002","page":null,"minutes":null,"events":null}""",
        HttpStatusCode.UnprocessableEntity
    )]
    public async Task What_is_no_report_is_refused(string text, HttpStatusCode code)
    {
        using var sam = await App.SignInAsync();

        Assert.Equal(code, await SendAsync(sam, text, "application/json"));
    }

    [Fact]
    public async Task A_further_name_is_refused()
    {
        using var sam = await App.SignInAsync();
        var report = Full();
        report["page"]!["typed"] = "a secret";

        using var refused = await sam.SendAsync(report);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task A_form_of_another_page_is_no_report_and_neither_is_a_book()
    {
        using var sam = await App.SignInAsync();

        Assert.Equal(
            HttpStatusCode.UnsupportedMediaType,
            await SendAsync(sam, Full().ToJsonString(), "text/plain")
        );
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            await SendAsync(sam, new string(' ', Reports.MostBytes + 1), "application/json")
        );
    }

    [Fact]
    public async Task Only_who_is_signed_in_reports_and_not_from_elsewhere()
    {
        using var stranger = App.Stranger();
        using var unknown = await stranger.SendAsync(Full());
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);

        using var sam = await App.SignInAsync();
        using var foreign = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri("/measures", UriKind.Relative)
        )
        {
            Content = new StringContent(Full().ToJsonString(), Encoding.UTF8, "application/json"),
            Headers = { { "Origin", "https://elsewhere.example" } },
        };
        using var refused = await sam.Http.SendAsync(foreign, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(0, await CountAsync("browsers"));
    }

    [Fact]
    public async Task Who_reports_without_end_is_told_to_wait_and_nobody_else()
    {
        using var sam = await App.SignInAsync();
        using var mia = await App.SignInAsync(UserRole.Manager);
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < ReportAllowance.AtOnce + 5; i++)
        {
            using var answer = await sam.SendAsync(BrowserReport.Of(browser));
            codes.Add(answer.StatusCode);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                Assert.NotNull(answer.Headers.RetryAfter);
        }

        Assert.Equal(HttpStatusCode.NoContent, codes[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, codes);
        await TakenAsync(mia, BrowserReport.Of(Guid.CreateVersion7()));
    }

    [Fact]
    public async Task Somebody_elses_figures_are_not_to_be_seen_and_a_managers_are_all()
    {
        using var sam = await App.SignInAsync();
        using var mia = await App.SignInAsync(UserRole.Manager);
        await TakenAsync(sam, Full());
        await TakenAsync(mia, Full(Guid.CreateVersion7()));

        foreach (var table in OfPeople)
        {
            Assert.Equal(1, await SeenByAsync(UserRole.Staff, table));
            Assert.Equal(2, await SeenByAsync(UserRole.Manager, table));
        }
        // To see them is not to write them.
        var sams = await IdOfAsync(UserRole.Staff);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() =>
            AskAsync(
                UserRole.Manager,
                $"insert into person_minutes (minute, user_id) values (now(), '{sams}') returning 1::bigint"
            )
        );
    }

    static readonly string[] OfPeople =
    [
        "browsers",
        "person_minutes",
        "person_hours",
        "person_days",
        "person_events",
    ];

    [Fact]
    public async Task Who_is_no_longer_a_user_leaves_no_figures()
    {
        using var sam = await App.SignInAsync();
        await TakenAsync(sam, Full());
        foreach (var table in OfPeople)
            Assert.Equal(1, await CountAsync(table));

        await Database.RunAsync(
            $"delete from users where id = '{await IdOfAsync(UserRole.Staff)}'"
        );

        foreach (var table in OfPeople)
            Assert.Equal(0, await CountAsync(table));
    }

    JsonObject Full(Guid? other = null) =>
        BrowserReport
            .Of(other ?? browser)
            .Minute(1000, BrowserReport.Values(Figure.Confirmed, "", 12))
            .Event("state", "live");

    JsonObject Page(double opened, bool leaving)
    {
        var report = BrowserReport.Of(browser);
        report["page"]!["opened"] = opened;
        report["page"]!["leaving"] = leaving;
        return report;
    }

    static void Set(JsonObject report, string where, object what)
    {
        JsonNode node = report;
        var steps = where[2..].Replace("[0]", ".0", StringComparison.Ordinal).Split('.');
        foreach (var step in steps[..^1])
            node = node is JsonArray list ? list[0]! : node[step]!;
        var value = JsonValue.Create(what is int whole ? (object)whole : what);
        if (node is JsonArray last)
            last[0] = JsonValue.Create(
                Convert.ToDouble(what, System.Globalization.CultureInfo.InvariantCulture)
            );
        else
            node[steps[^1]] = value;
    }

    async Task<HttpStatusCode> SendAsync(Visitor visitor, string text, string kind)
    {
        using var content = new StringContent(text, Encoding.UTF8, kind);
        using var answer = await visitor.Http.PostAsync(
            new Uri("/measures", UriKind.Relative),
            content,
            Stop
        );
        return answer.StatusCode;
    }

    static async Task TakenAsync(Visitor visitor, JsonNode report)
    {
        using var answer = await visitor.SendAsync(report);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    Task<long> SeenByAsync(UserRole role, string table) =>
        AskAsync(role, $"select count(*) from {table}");

    async Task<long> AskAsync(UserRole role, string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(Database.AppConnectionString);
        await connection.OpenAsync(Stop);
        await using var who = new Npgsql.NpgsqlCommand(
            $"select set_config('app.user_id', '{await IdOfAsync(role)}', false), set_config('app.user_role', '{role}', false)",
            connection
        );
        await who.ExecuteNonQueryAsync(Stop);
        await using var asked = new Npgsql.NpgsqlCommand(sql, connection);
        return (long)(await asked.ExecuteScalarAsync(Stop))!;
    }

    Task<string?> StateAsync() => Database.AskAsync<string>("select state from browsers");

    Task WriteAsync() =>
        App.Services.GetRequiredService<MinuteWriter>().WriteAsync(all: true, Stop);

    static CancellationToken Stop => TestContext.Current.CancellationToken;
}
