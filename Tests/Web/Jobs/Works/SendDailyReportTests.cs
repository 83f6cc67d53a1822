using StaffDashboard.Data.Measures;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Jobs.Works;

/// <summary>When it is sent, and to whom.</summary>
public sealed class SendDailyReportTests(TestPostgres postgres) : DailyReportOffice(postgres)
{
    static readonly DateTimeOffset LongAgo = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-03-29", "2026-03-29T01:00Z")]
    [InlineData("2026-10-25", "2026-10-25T00:30Z")]
    public async Task On_days_when_the_clocks_change_two_nodes_send_one_letter_to_each(
        string day,
        string due
    )
    {
        await Database.RunAsync("update report_settings set send_at = '02:30'");
        await ReportDesk.RecipientAsync(Database, "a@example.test", LongAgo);
        await ReportDesk.RecipientAsync(Database, "b@example.test", LongAgo);
        var clock = new SettableClock();
        await using var one = new ReportDesk(Database, clock);
        await using var two = new ReportDesk(Database, clock);
        var start = Moment(due).AddMinutes(-15);

        for (var minutes = 0; minutes <= 120; minutes += 5)
        {
            clock.Set(start.AddMinutes(minutes));
            await Task.WhenAll(one.WorkAsync(), two.WorkAsync());
            Assert.Equal(minutes < 15 ? 0 : 2, await LettersAsync());
        }
        clock.Set(Moment(day + "T22:00Z"));
        await one.WorkAsync();

        Assert.Equal(2, await LettersAsync());
        Assert.Equal(1, await Database.AskAsync<long>("select count(*) from daily_reports"));
        Assert.DoesNotContain("late", await TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_crash_only_those_get_it_who_have_not()
    {
        await ReportDesk.RecipientAsync(Database, "a@example.test", LongAgo);
        await ReportDesk.RecipientAsync(Database, "b@example.test", LongAgo);
        await using var desk = At("2026-11-21T06:00Z");
        await desk.WorkAsync();
        var first = await TextAsync();
        await Database.RunAsync("delete from letters where \"to\" = 'b@example.test'");

        desk.Clock.Set(Moment("2026-11-21T06:05Z"));
        await desk.WorkAsync();

        Assert.Equal(2, await LettersAsync());
        Assert.Equal(
            1,
            await Database.AskAsync<long>(
                "select count(distinct split_part(text, 'Stop it', 1)) from letters"
            )
        );
        Assert.Equal(first, await TextAsync());
    }

    [Fact]
    public async Task A_report_that_comes_late_says_so()
    {
        await ReportDesk.RecipientAsync(Database, "a@example.test", LongAgo);
        await using var desk = At("2026-11-21T14:02Z");

        await desk.WorkAsync();

        Assert.Contains(
            "This report comes late: at 07:00 it could not be made, so it was made at 15:02.",
            await TextAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Of_days_that_were_missed_whole_one_is_sent_late_and_all_are_kept()
    {
        await ReportDesk.RecipientAsync(Database, "a@example.test", LongAgo);
        await MeasureAsync("2026-11-19T10:00Z", Figure.Request, 5, 20, "GET /team");
        var clock = new SettableClock();
        clock.Set(Moment("2026-11-19T06:00Z"));
        await using var one = new ReportDesk(Database, clock);
        await using var two = new ReportDesk(Database, clock);
        await one.WorkAsync();

        // The program is off from Thursday evening until Monday at nine.
        clock.Set(Moment("2026-11-23T08:00Z"));
        await Task.WhenAll(one.WorkAsync(), two.WorkAsync());
        await one.WorkAsync();

        Assert.Equal(
            "2026-11-18 2026-11-19 2026-11-22",
            await Database.AskAsync<string>(
                "select string_agg(split_part(key, ':', 2), ' ' order by key) from letters"
            )
        );
        Assert.Equal(
            "2026-11-18 2026-11-19 2026-11-20 2026-11-21 2026-11-22",
            await Database.AskAsync<string>(
                "select string_agg(day::text, ' ' order by day) from daily_reports"
            )
        );
        Assert.Contains(
            "This report comes late: on Fri 20 Nov at 07:00 it could not be made, so it was made on Mon 23 Nov at 09:00.",
            await Database.AskAsync<string>(
                "select text from letters where key like 'daily-report:2026-11-19:%'"
            ),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "All clear · Thu 19 Nov (late) · Nachteulen Köln & Söhne",
            await Database.AskAsync<string>(
                "select subject from letters where key like 'daily-report:2026-11-19:%'"
            )
        );

        // And a second time for more than a fortnight: what is longer ago than a week nobody asks for.
        clock.Set(Moment("2026-12-10T08:00Z"));
        await one.WorkAsync();
        Assert.Equal(
            "2026-12-02 2026-12-03 2026-12-04 2026-12-05 2026-12-06 2026-12-07 2026-12-08 2026-12-09",
            await Database.AskAsync<string>(
                "select string_agg(day::text, ' ' order by day) from daily_reports where day > '2026-11-22'"
            )
        );
    }

    [Theory]
    [InlineData("Done", 2)]
    [InlineData("Failed", 5)]
    public async Task A_report_is_made_up_for_a_day_it_failed_but_not_for_one_it_was_switched_off(
        string outcome,
        long kept
    )
    {
        await ReportDesk.RecipientAsync(Database, "a@example.test", LongAgo);
        await using var desk = At("2026-11-19T06:00Z");
        await desk.WorkAsync();
        await Database.RunAsync(
            $"""
            insert into job_runs (id, job, started_at, ended_at, outcome, remark)
            select gen_random_uuid(), 'daily-report', at, at, '{outcome}', 'Not due'
            from generate_series(timestamptz '2026-11-20T07:00Z', timestamptz '2026-11-23T05:00Z', interval '2 hours') at
            """
        );

        desk.Clock.Set(Moment("2026-11-23T06:00Z"));
        await desk.WorkAsync();

        Assert.Equal(kept, await Database.AskAsync<long>("select count(*) from daily_reports"));
        Assert.Equal(outcome == "Done" ? 2 : 3, await LettersAsync());
    }

    [Fact]
    public async Task Nobody_gets_it_who_did_not_confirm_stopped_it_or_came_after_the_hour()
    {
        await ReportDesk.RecipientAsync(Database, "asked@example.test", null);
        await ReportDesk.RecipientAsync(Database, "stopped@example.test", LongAgo, LongAgo);
        await ReportDesk.RecipientAsync(Database, "new@example.test", Moment("2026-11-21T06:01Z"));
        await using var desk = At("2026-11-21T06:10Z");

        await desk.WorkAsync();
        Assert.Equal(0, await LettersAsync());

        desk.Clock.Set(Moment("2026-11-22T06:00Z"));
        await desk.WorkAsync();
        Assert.Equal(
            "new@example.test",
            await Database.AskAsync<string>("select \"to\" from letters")
        );
    }

    [Fact]
    public async Task Nothing_is_sent_while_it_is_switched_off()
    {
        await Database.RunAsync("update report_settings set is_on = false");
        await ReportDesk.RecipientAsync(Database, "a@example.test", LongAgo);
        await using var desk = At("2026-11-21T08:00Z");

        await desk.WorkAsync();

        Assert.Equal(0, await LettersAsync());
    }

    [Fact]
    public async Task What_is_sent_is_what_the_preview_shows_with_a_way_out_at_its_foot()
    {
        await ReportDesk.RecipientAsync(Database, "a@example.test", LongAgo);
        await using var desk = At("2026-11-21T06:00Z");
        var preview = await desk.Tell.PreviewAsync(
            desk.Tell.Yesterday,
            null,
            TestContext.Current.CancellationToken
        );

        await desk.WorkAsync();

        var html = await Database.AskAsync<string>("select html from letters");
        var end = preview.Html.LastIndexOf("</font></body>", StringComparison.Ordinal);
        Assert.StartsWith(preview.Html[..end], html, StringComparison.Ordinal);
        Assert.StartsWith(preview.Text.TrimEnd(), await TextAsync(), StringComparison.Ordinal);
        var way = await Database.AskAsync<string>("select unsubscribe from letters");
        Assert.StartsWith(
            $"{MailedOffice.Site}/reports/unsubscribe?token=",
            way,
            StringComparison.Ordinal
        );
        Assert.Contains(way!, html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("color=\"", html, StringComparison.Ordinal);
        Assert.Contains(
            """<meta name="color-scheme" content="light dark">""",
            html,
            StringComparison.Ordinal
        );
    }

    Task<long> LettersAsync() => Database.AskAsync<long>("select count(*) from letters");

    async Task<string> TextAsync() =>
        (await Database.AskAsync<string>("select text from letters order by \"to\" limit 1"))!;
}
