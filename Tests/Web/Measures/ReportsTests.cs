using System.Text.Json.Nodes;
using StaffDashboard.Data.Measures;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Measures;

/// <summary>What is made of what a browser tells.</summary>
public sealed class ReportsTests(TestPostgres postgres) : ReportsOffice(postgres)
{
    [Fact]
    public async Task A_report_says_what_page_is_open_and_how_it_does()
    {
        using var sam = await App.SignInAsync();

        await TakenAsync(sam, BrowserReport.Of(Browser));

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
    public async Task A_browser_that_reported_more_than_an_integer_holds_is_still_counted()
    {
        using var sam = await App.SignInAsync();
        await TakenAsync(sam, Failed(1));
        foreach (var table in (string[])["person_minutes", "person_hours", "person_days"])
            await Database.RunAsync(
                $"alter table {table} disable trigger user; update {table} set failures = 2147483647; alter table {table} enable trigger user"
            );

        await TakenAsync(sam, Failed(10_000));

        Assert.True(
            await Database.AskAsync<decimal>("select sum(failures) from person_days")
                >= 2_147_493_647
        );

        JsonObject Failed(int times) =>
            BrowserReport
                .Of(Browser)
                .Minute(1000, BrowserReport.Count(Figure.Failed, "line", times));
    }

    [Fact]
    public async Task What_browsers_tell_is_added_up_for_the_office_and_for_the_person()
    {
        using var sam = await App.SignInAsync();
        using var mia = await App.SignInAsync(UserRole.Manager);

        await TakenAsync(
            sam,
            BrowserReport
                .Of(Browser)
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
            .Of(Browser)
            .Minute(1000, BrowserReport.Count(Figure.Retry, "", 2))
            .Event("retry", "Archive a person");

        await TakenAsync(sam, report);
        await TakenAsync(sam, report);
        await WriteAsync();

        Assert.Equal(2, await Database.AskAsync<long>("select retries from person_minutes"));
        Assert.Equal(1, await CountAsync("person_events"));
        Assert.Equal(
            2,
            await Database.AskAsync<long>(
                $"select count from measure_minutes where name = '{Figure.Retry}'"
            )
        );
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

    JsonObject Page(double opened, bool leaving)
    {
        var report = BrowserReport.Of(Browser);
        report["page"]!["opened"] = opened;
        report["page"]!["leaving"] = leaving;
        return report;
    }

    Task<string?> StateAsync() => Database.AskAsync<string>("select state from browsers");
}
