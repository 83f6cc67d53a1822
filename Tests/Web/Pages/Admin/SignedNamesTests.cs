using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Admin;

/// <summary>Who acknowledged, answered, planned or reported something is shown by id: a name may pass to somebody else.</summary>
public sealed class SignedNamesTests(TestPostgres postgres) : OfficeTest(postgres)
{
    const string Silences = "/admin/alerts/silences";

    [Fact]
    public async Task Who_acknowledged_an_alarm_is_shown_by_todays_name()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        var alarm = await Database.AskAsync<Guid>(
            """
            insert into alarms (id, rule, subject, opened_at, value, threshold, tellings, was_silent)
            values (gen_random_uuid(), 'disk', '', now(), 99, 90, 0, false) returning id
            """
        );
        using var done = await admin.PostAsync($"/admin/alerts/{alarm}?handler=Acknowledge");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);

        await SwapNamesAsync();

        await ShowsAsync(admin, $"/admin/alerts/{alarm}", "#alarm-facts dl");
        await ShowsAsync(admin, "/admin/alerts", "#open-alarms");
    }

    [Fact]
    public async Task Who_planned_a_silence_is_shown_by_todays_name()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        using var planned = await admin.PostAsync(
            Silences,
            ("Form.From", "2026-11-21T10:00"),
            ("Form.Until", "2026-11-21T12:00"),
            ("Form.Reason", "The server moves")
        );
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);

        await SwapNamesAsync();

        await ShowsAsync(admin, Silences, "#silence-list");
    }

    [Fact]
    public async Task Who_answered_a_report_is_shown_by_todays_name()
    {
        using var sam = await App.SignInAsync();
        using var admin = await App.SignInAsync(UserRole.Admin);
        var report = await ReportAsync(sam);
        using var answered = await AnswerAsync(admin, report);
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        // It is in the memory of the node by now.
        await sam.GetPageAsync("/account/problems");

        await SwapNamesAsync();

        await ShowsAsync(admin, $"/admin/problems/{report}", "main");
        await ShowsAsync(sam, "/account/problems", "#own-problems");
        using var manager = await App.SignInAsync(UserRole.Manager);
        await ShowsAsync(manager, $"/admin/problems/{report}", "main");
    }

    [Fact]
    public async Task Who_reported_a_problem_is_shown_by_todays_name()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        var report = await ReportAsync(admin);
        await admin.GetPageAsync("/admin/problems");

        await SwapNamesAsync();

        await ShowsAsync(admin, "/admin/problems", "#problem-list");
        await ShowsAsync(admin, $"/admin/problems/{report}", "main h1");
        await ShowsAsync(admin, "/admin/sync-health", "#problems");
        var trail = await admin.GetPageAsync("/admin/audit?table=problem_reports");
        Assert.Contains(
            "the problem report of Ada Novak",
            trail.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_name_stands_as_it_was_for_a_user_that_is_gone()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        await Database.RunAsync(
            """
            insert into alarm_silences (id, "from", until, reason, by, by_id)
            values (gen_random_uuid(), now(), now() + interval '1 hour', 'A move', 'Gone Gus', gen_random_uuid())
            """
        );

        Assert.Contains(
            "Gone Gus",
            (await admin.GetPageAsync(Silences)).QuerySelector("#silence-list")!.TextContent,
            StringComparison.Ordinal
        );
    }

    // Whoever is called Ada Admin from now on has signed nothing.
    Task SwapNamesAsync() =>
        Database.RunAsync(
            """
            update users set name = 'Ada Novak' where role = 'Admin';
            update users set name = 'Ada Admin' where role = 'Manager';
            """
        );

    static async Task ShowsAsync(Visitor visitor, string address, string place) =>
        await Eventually.TrueAsync(async () =>
            (await visitor.GetPageAsync(address)).QuerySelector(place)!.TextContent is var text
            && text.Contains("Ada Novak", StringComparison.Ordinal)
            && !text.Contains("Ada Admin", StringComparison.Ordinal)
        );

    async Task<Guid> ReportAsync(Visitor visitor)
    {
        using var sent = await visitor.PostAsync("/problems", ("Comment", "It broke"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return await Database.AskAsync<Guid>("select id from problem_reports");
    }

    async Task<HttpResponseMessage> AnswerAsync(Visitor visitor, Guid report) =>
        await visitor.PostAsync(
            $"/admin/problems/{report}",
            ("State", "Solved"),
            ("Answer", "Mended.")
        );
}
