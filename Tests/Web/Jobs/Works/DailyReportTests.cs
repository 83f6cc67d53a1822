using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using StaffDashboard.Data;
using StaffDashboard.Data.Measures;
using StaffDashboard.Data.Reports;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Jobs.Works;

/// <summary>What it says.</summary>
public sealed class DailyReportTests(TestPostgres postgres) : DailyReportOffice(postgres)
{
    [Fact]
    public async Task What_stood_out_is_listed_with_when_how_long_and_a_link_of_its_own()
    {
        await TestUsers.EnsureAsync(Database);
        await MeasureAsync("2026-11-20T11:00Z", Figure.Request, 500, 20, "GET /team");
        await Database.RunAsync(
            """
            insert into alarms (id, rule, subject, opened_at, closed_at, value, threshold, tellings, was_silent) values
              ('00000000-0000-0000-0000-000000000001', 'latency', 'saving', '2026-11-20T09:05Z', '2026-11-20T09:17Z', 3, 2, 1, false),
              ('00000000-0000-0000-0000-000000000002', 'queue', '', '2026-11-20T22:30Z', null, 30, 10, 1, false),
              ('00000000-0000-0000-0000-000000000003', 'lag', '', '2026-11-20T23:30Z', null, 30, 10, 1, false);
            insert into job_runs (id, job, started_at, ended_at, outcome, remark)
            select gen_random_uuid(), 'sessions', at, at + interval '3 minutes', 'Failed', 'Somebody''s secret'
            from unnest(array[timestamptz '2026-11-20T10:00Z', '2026-11-20T11:00Z']) at;
            insert into problem_reports (id, user_id, user_name, at, comment, page, version, context, state, answer)
            select '00000000-0000-0000-0000-000000000004', id, name, '2026-11-20T12:00Z', 'A secret', '/team', '1', '{}', 'New', '' from users where role = 'Staff'
            """
        );
        await using var desk = At("2026-11-21T06:00Z");

        var report = await desk.Tell.PreviewAsync(
            desk.Tell.Yesterday,
            null,
            TestContext.Current.CancellationToken
        );

        var rows = await RowsAsync(report.Html);
        Assert.Contains("Changes are slow: saving|10:05|12 minutes", rows);
        Assert.Contains("Changes have waited long|23:30|still open when this was written", rows);
        Assert.Contains("sessions|2|12:00|3 minutes", rows);
        Assert.Contains("/team|13:00|not yet when this was written", rows);
        Assert.Contains("Alarms|2|–|–", rows);
        foreach (
            var link in (string[])
                [
                    "/admin/alerts/00000000-0000-0000-0000-000000000001",
                    "/admin/alerts/00000000-0000-0000-0000-000000000002",
                    "/admin/jobs#job-sessions",
                    "/admin/problems/00000000-0000-0000-0000-000000000004",
                    "/admin/sync-health?period=2026-11-20",
                    "/admin/alerts?period=2026-11-20",
                    "/admin/problems?period=2026-11-20",
                ]
        )
        {
            Assert.Contains(MailedOffice.Site + link + "\n", report.Text, StringComparison.Ordinal);
            Assert.Contains(
                $"href=\"{MailedOffice.Site}{link.Replace("&", "&amp;", StringComparison.Ordinal)}\"",
                report.Html,
                StringComparison.Ordinal
            );
        }
        Assert.DoesNotContain("secret", report.Text + report.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Sam", report.Text + report.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_measured_is_a_dash_and_never_nought()
    {
        await using var desk = At("2026-11-21T06:00Z");

        var report = await desk.Tell.PreviewAsync(
            desk.Tell.Yesterday,
            null,
            TestContext.Current.CancellationToken
        );

        var figures = (await RowsAsync(report.Html)).Where(row => row[0] != '|').ToList();
        Assert.Equal(16, figures.Count);
        Assert.All(figures, row => Assert.EndsWith("|–|–|–", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_figures_are_those_that_were_measured_in_text_and_markup_alike()
    {
        // The office's 20 November: 23:00 of the 19th to 23:00 of the 20th, UTC.
        await MeasureAsync("2026-11-19T22:59Z", Figure.Confirmed, 1000, 1);
        await MeasureAsync("2026-11-19T23:00Z", Figure.Confirmed, 40, 100);
        await MeasureAsync("2026-11-20T22:59Z", Figure.Confirmed, 60, 200);
        await MeasureAsync("2026-11-20T23:00Z", Figure.Confirmed, 1000, 1);
        await MeasureAsync("2026-11-20T10:00Z", Figure.Failed, 3, 0, "line");
        await MeasureAsync("2026-11-20T11:00Z", Figure.Failed, 2, 0, "fault");
        // What people mistyped is told by cause, and is no failure.
        await MeasureAsync("2026-11-20T11:00Z", Figure.Failed, 9, 0, "validation");
        await MeasureAsync("2026-11-20T11:00Z", Figure.Conflict, 4, 0);
        await MeasureAsync("2026-11-20T11:00Z", Figure.Request, 500, 20, "GET /team");
        await MeasureAsync("2026-11-20T11:00Z", Figure.Request, 7, 3000, "POST /team/import");
        await Database.RunAsync(
            """
            insert into inconsistencies (id, at, pair, subject, one_name, one_value, other_name, other_value)
            select gen_random_uuid(), '2026-11-20T12:00Z', 'x', 'x', 'x', '1', 'y', '2' from generate_series(1, 6)
            """
        );
        await using var desk = At("2026-11-21T06:00Z");

        var report = await desk.Tell.PreviewAsync(
            new DateOnly(2026, 11, 20),
            null,
            TestContext.Current.CancellationToken
        );

        Assert.False(report.IsAllClear);
        Assert.Equal("5 of 105 saves failed, 6 inconsistencies.", report.Verdict);
        var rows = await RowsAsync(report.Html);
        // The day before has the one thousand of 22:59, and no request was counted then.
        Assert.Contains("Saves|105|–|–", rows);
        Assert.Contains("Saves that went well|95.2 %|–|–", rows);
        Assert.Contains("Time to confirm a save, mean|160 ms|–|–", rows);
        Assert.Contains("Conflicts|4|–|–", rows);
        Assert.Contains("Inconsistencies|6|–|–", rows);
        Assert.Contains("No connection|3|–|–", rows);
        Assert.Contains("Fault of the program|2|–|–", rows);
        Assert.Contains(
            rows,
            row => row.StartsWith("POST /team/import|7|3.0 s|", StringComparison.Ordinal)
        );
        var lines = report
            .Text.Split('\n')
            .Select(line =>
                string.Join(
                    '|',
                    line.Split(
                        "  ",
                        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                    )
                )
            )
            .ToList();
        foreach (var row in rows)
            Assert.Contains(row.Trim('|'), lines);
    }

    [Fact]
    public async Task A_run_that_failed_and_one_that_was_lost_are_both_counted()
    {
        await Database.RunAsync(
            """
            insert into job_runs (id, job, started_at, ended_at, outcome, remark)
            select gen_random_uuid(), 'sessions', at, at, outcome, ''
            from (values ('Done', timestamptz '2026-11-20T12:00Z'), ('Failed', '2026-11-20T12:00Z'), ('Failed', '2026-11-20T12:00Z'),
              ('Failed', '2026-11-19T22:59Z'), ('Failed', '2026-11-20T23:00Z')) run (outcome, at)
            """
        );
        await using var office = new Office(Schema.Options(Database.AppConnectionString));

        var figures = await office.FiguresOfAsync(
            Moment("2026-11-19T23:00Z"),
            Moment("2026-11-20T23:00Z"),
            TestContext.Current.CancellationToken
        );

        Assert.Equal((3, 2), (figures.Runs, figures.FailedRuns));
    }

    [Fact]
    public async Task It_is_compared_with_the_day_before_and_the_mean_of_a_week()
    {
        for (var day = 13; day <= 20; day++)
        {
            var noon = string.Create(CultureInfo.InvariantCulture, $"2026-11-{day}T12:00Z");
            await MeasureAsync(noon, Figure.Confirmed, day, 10);
            await MeasureAsync(noon, Figure.Request, 1, 10, "GET /team");
        }
        await using var desk = At("2026-11-21T06:00Z");

        var report = await desk.Tell.PreviewAsync(
            new DateOnly(2026, 11, 20),
            null,
            TestContext.Current.CancellationToken
        );

        Assert.Contains("Saves|20|19|16", await RowsAsync(report.Html));
        Assert.True(report.IsAllClear);
        Assert.StartsWith("All clear · Fri 20 Nov · ", report.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_much_went_wrong_it_stays_small_and_whole()
    {
        for (var i = 0; i < 300; i++)
        {
            var name = new string('<', 250) + i.ToString(CultureInfo.InvariantCulture);
            await MeasureAsync("2026-11-20T11:00Z", Figure.Failed, 5, 0, name);
            await MeasureAsync("2026-11-20T11:00Z", Figure.RequestError, 5, 0, name);
            await MeasureAsync("2026-11-20T11:00Z", Figure.Request, 5, 10, name);
        }
        await using var desk = At("2026-11-21T06:00Z");

        var report = await desk.Tell.PreviewAsync(
            new DateOnly(2026, 11, 20),
            null,
            TestContext.Current.CancellationToken
        );

        Assert.InRange(Encoding.UTF8.GetByteCount(report.Html), 1, 60_000);
        Assert.InRange(Encoding.UTF8.GetByteCount(report.Text), 1, 30_000);
        Assert.DoesNotContain("<<", report.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_on_which_nothing_was_measured_is_not_called_clear()
    {
        await using var desk = At("2026-11-21T06:00Z");

        var report = await desk.Tell.PreviewAsync(
            desk.Tell.Yesterday,
            null,
            TestContext.Current.CancellationToken
        );

        Assert.False(report.IsAllClear);
        Assert.Equal("Nothing was measured on this day.", report.Verdict);
    }

    static async Task<List<string>> RowsAsync(string html)
    {
        var page = await new HtmlParser().ParseDocumentAsync(html);
        return
        [
            .. page.QuerySelectorAll("tr")
                .Select(row =>
                    string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))
                ),
        ];
    }
}
