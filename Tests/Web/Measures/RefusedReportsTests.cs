using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Measures;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Measures.Browsers;

namespace StaffDashboard.Tests.Web.Measures;

/// <summary>What no browser of ours would send.</summary>
public sealed class RefusedReportsTests(TestPostgres postgres) : ReportsOffice(postgres)
{
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
        var report = BrowserReport.Of(Browser);
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
        // At once: allowance comes back by the clock.
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 2 * ReportRateLimiter.AtOnce)
                .Select(_ => sam.SendAsync(BrowserReport.Of(Browser)))
        );
        var refused = answers
            .Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests)
            .ToList();

        Assert.Equal(
            answers.Length - refused.Count,
            answers.Count(answer => answer.StatusCode == HttpStatusCode.NoContent)
        );
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.NotNull(answer.Headers.RetryAfter));
        // Nor by signing in once more.
        using var again = await App.SignInAsync();
        var more = await Task.WhenAll(
            Enumerable
                .Range(0, ReportRateLimiter.AtOnce)
                .Select(_ => again.SendAsync(BrowserReport.Of(Guid.CreateVersion7())))
        );
        Assert.Contains(more, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        await TakenAsync(mia, BrowserReport.Of(Guid.CreateVersion7()));
    }

    [Fact]
    public async Task Events_without_end_are_not_written_down_and_the_rest_of_the_report_is()
    {
        using var sam = await App.SignInAsync();
        using var mia = await App.SignInAsync(UserRole.Manager);
        var person = await Database.AskAsync<Guid>("select id from users where role = 'Staff'");
        while (App.Services.GetRequiredService<EventRateLimiter>().Take(person, 20)) { }

        await TakenAsync(sam, Busy());
        await TakenAsync(mia, Busy());

        Assert.Equal(2, await CountAsync("browsers"));
        Assert.Equal(0, await CountAsync($"person_events where user_id = '{person}'"));
        Assert.Equal(100, await CountAsync("person_events"));

        static JsonObject Busy()
        {
            var report = BrowserReport.Of(Guid.CreateVersion7());
            for (var i = 0; i < 100; i++)
                report.Event("refresh", "");
            return report;
        }
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
}
