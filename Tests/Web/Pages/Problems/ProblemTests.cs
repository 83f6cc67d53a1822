using System.Net;
using Npgsql;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Problems;

public sealed class ProblemTests(TestPostgres postgres) : OfficeTest(postgres)
{
    const string Context = """
        {"error":"500 /team/{id}","browser":"Firefox","fields":{"Phone":"+49 151 23456"},
         "steps":[null,{"at":"2026-11-21T06:00:00Z","kind":"action","name":"POST /team/{id} Archive","value":"secret words"}],
         "line":[{"at":"2026-11-21T06:00:01Z","kind":"state","name":"offline"}]}
        """;

    [Fact]
    public async Task A_report_is_read_answered_and_its_answer_seen()
    {
        using var staff = await App.SignInAsync();
        using var sent = await ReportAsync(staff);
        Assert.Equal("/account/problems", sent.Headers.Location!.ToString());
        using var admin = await App.SignInAsync(UserRole.Admin);
        var id = await Database.AskAsync<Guid>("select id from problem_reports");
        var list = await admin.GetPageAsync("/admin/problems?state=new");
        Assert.Contains(
            "It broke",
            list.QuerySelector("#problem-list")!.TextContent,
            StringComparison.Ordinal
        );
        var page = (await admin.GetPageAsync($"/admin/problems/{id}"))
            .QuerySelector("main")!
            .TextContent;
        foreach (
            var told in new[]
            {
                "500 /team/{id}",
                "Firefox",
                "POST /team/{id} Archive",
                "Offline",
                "ref-1",
            }
        )
            Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.Equal("/team", await Database.AskAsync<string>("select page from problem_reports"));
        var stored = await Database.AskAsync<string>("select context::text from problem_reports");
        Assert.DoesNotContain("23456", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("secret words", stored, StringComparison.Ordinal);
        Assert.Null((await staff.GetPageAsync("/team")).QuerySelector("#problem-news .banner"));

        using var answered = await AnswerAsync(admin, id, "Mended.");

        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        // Whoever may read all of them has seen, and is told of, their own alone.
        Assert.Null((await admin.GetPageAsync("/team")).QuerySelector("#problem-news .banner"));
        await admin.GetPageAsync("/account/problems");
        Assert.NotNull((await staff.GetPageAsync("/team")).QuerySelector("#problem-news .banner"));
        var own = await staff.GetPageAsync("/account/problems");
        Assert.Contains(
            "Mended.",
            own.QuerySelector("#own-problems")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null((await staff.GetPageAsync("/team")).QuerySelector("#problem-news .banner"));
        Assert.Equal(
            1,
            await CountAsync(
                "audit_log where table_name = 'problem_reports' and action = 'update' and actor = 'Ada Admin'"
            )
        );

        using var late = await AnswerAsync(admin, id, "Not ours.", was: "");

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(
            "Mended.",
            await Database.AskAsync<string>("select answer from problem_reports")
        );
    }

    [Fact]
    public async Task A_day_in_the_address_shows_what_was_reported_on_it()
    {
        await Database.RunAsync(
            """
            insert into problem_reports (id, user_id, user_name, at, comment, page, version, context, state, answer)
            select gen_random_uuid(), id, name, at, 'At ' || at, '/team', '1', '{}', state, '' from users,
              (values (timestamptz '2026-01-19 22:59Z', 'New'), ('2026-01-19 23:00Z', 'New'), ('2026-01-20 22:59Z', 'Solved'), ('2026-01-20 23:00Z', 'New')) t(at, state)
            where role = 'Staff'
            """
        );
        await using var app = await OfficeApp.StartAsync(
            Database,
            settings: [("StaffDashboard:TimeZone", "Europe/Berlin")]
        );
        using var manager = await app.SignInAsync(UserRole.Manager);

        var all = await manager.GetPageAsync("/admin/problems");
        var day = await manager.GetPageAsync("/admin/problems?state=new&period=2026-01-20");

        Assert.Equal(4, all.QuerySelectorAll("#problem-list tbody tr").Length);
        Assert.Single(day.QuerySelectorAll("#problem-list tbody tr"));
        Assert.Equal(
            "All 2, New 1, Looking 0, Solved 1",
            string.Join(
                ", ",
                day.QuerySelectorAll("#problem-list .chip").Select(c => c.TextContent)
            )
        );
        Assert.Equal(
            "/admin/problems?state=new&period=2026-01-20&part=list",
            day.QuerySelector("#problem-list")!.GetAttribute("hx-get")
        );
        Assert.Equal(
            "/admin/problems?state=new&period=2026-01-19",
            day.QuerySelector(".banner .buttons a")!.GetAttribute("href")
        );
    }

    [Fact]
    public async Task A_report_is_its_own_persons_and_the_offices()
    {
        using var staff = await App.SignInAsync();
        using var sent = await ReportAsync(staff);
        var id = await Database.AskAsync<Guid>("select id from problem_reports");
        using var manager = await App.SignInAsync(UserRole.Manager);
        var own = await manager.GetPageAsync("/account/problems");
        Assert.DoesNotContain("It broke", own.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(
            (await manager.GetPageAsync($"/admin/problems/{id}")).QuerySelectorAll(
                "main form[method=post]"
            )
        );
        using var refused = await AnswerAsync(manager, id, "No");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        foreach (var path in new[] { "/admin/problems", $"/admin/problems/{id}" })
        {
            using var closed = await staff.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        }

        await using var connection = new NpgsqlConnection(Database.AppConnectionString);
        await connection.OpenAsync();
        var other = await IdOfAsync(UserRole.Manager);
        await using var count = new NpgsqlCommand(
            $"select set_config('app.user_id', '{other}', false), set_config('app.user_role', 'Staff', false); select count(*) from problem_reports",
            connection
        );
        await using var reader = await count.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        Assert.Equal(0, reader.GetInt64(0));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("New,Looking")]
    [InlineData("")]
    public async Task A_state_is_one_of_those_shown(string state)
    {
        using var staff = await App.SignInAsync();
        using var sent = await ReportAsync(staff);
        var id = await Database.AskAsync<Guid>("select id from problem_reports");
        using var admin = await App.SignInAsync(UserRole.Admin);

        using var answer = await admin.PostAsync(
            $"/admin/problems/{id}",
            ("State", state),
            ("Answer", "Mended.")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            "State: choose one of New, Looking, Solved.",
            (await Visitor.ParseAsync(answer)).QuerySelector("#State-error")!.TextContent
        );
    }

    [Fact]
    public async Task A_report_without_a_word_is_refused_and_so_is_one_after_the_other()
    {
        App.Clock.Freeze();
        using var staff = await App.SignInAsync();
        using var empty = await staff.PostAsync("/problems", ("Comment", " "), ("Page", "/team"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        for (var i = 0; i < 5; i++)
        {
            using var sent = await ReportAsync(staff);
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        using var tooMany = await ReportAsync(staff);

        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.StatusCode);
        Assert.NotNull(tooMany.Headers.RetryAfter);
        var page = await Visitor.ParseAsync(tooMany);
        Assert.Equal("It broke", page.QuerySelector("main textarea")!.TextContent);
        Assert.Equal(5, await CountAsync("problem_reports"));
    }

    [Fact]
    public async Task A_report_that_waited_in_the_browser_is_sent_again_later_where_it_is_too_much()
    {
        App.Clock.Freeze();
        using var staff = await App.SignInAsync();
        for (var i = 0; i < 5; i++)
        {
            using var sent = await ReportAsync(staff);
        }
        // As send.js sends what waits.
        staff.Http.DefaultRequestHeaders.Add("HX-Request", "true");
        staff.Http.DefaultRequestHeaders.Add("X-Waited", "true");

        using var tooMany = await ReportAsync(staff);

        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.StatusCode);
        Assert.InRange(tooMany.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task A_wild_context_is_cut_to_size()
    {
        using var staff = await App.SignInAsync();
        foreach (
            var context in new[]
            {
                "[]",
                "{",
                """{"steps":null,"error":null}""",
                """{"steps":[{"kind":1}]}""",
            }
        )
        {
            using var sent = await staff.PostAsync(
                "/problems",
                ("Comment", "x"),
                ("Context", context)
            );
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }
        Assert.Equal(4, await CountAsync("problem_reports"));
    }

    static Task<HttpResponseMessage> ReportAsync(Visitor visitor) =>
        visitor.PostAsync(
            "/problems",
            ("Comment", "It broke"),
            ("Page", "/team?q=Amira"),
            ("Reference", "ref-1"),
            ("Context", Context)
        );

    async Task<HttpResponseMessage> AnswerAsync(
        Visitor visitor,
        Guid id,
        string answer,
        string? was = null
    ) =>
        await visitor.PostAsync(
            $"/admin/problems/{id}",
            [
                ("Answer", answer),
                .. was is null ? [] : new[] { ("Was[Answer]", was) },
                ("State", "Solved"),
            ]
        );
}
