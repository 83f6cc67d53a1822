using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Tests.Web.Pages.Admin.Jobs;

public sealed class IndexTests(TestPostgres postgres) : OfficeTest(postgres)
{
    const string Order = "/admin/jobs?handler=Order";

    [Fact]
    public async Task Admin_sees_each_line_with_its_schedule_in_words()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);

        var page = await admin.GetPageAsync("/admin/jobs");

        Assert.Equal(Schedule.Lines.Length, page.QuerySelectorAll("#job-lines tbody tr").Length);
        Assert.Contains("Every 5 minutes", page.QuerySelector("#job-change-log")!.TextContent);
        Assert.Contains("never", page.QuerySelector("#job-letters")!.TextContent);
    }

    [Fact]
    public async Task A_pause_and_a_resume_stand_in_the_trail_and_undo_each_other()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);

        using var paused = await admin.PostAsync(Order, ("order", "Pause letters"));
        var page = await admin.GetPageAsync("/admin/jobs");

        Assert.Contains("Paused", page.QuerySelector("#job-letters")!.TextContent);
        Assert.Contains("letters", await PausedAsync());
        using var undone = await admin.PostAsync("/admin/jobs?handler=Order&order=Resume+letters");
        Assert.DoesNotContain("letters", await PausedAsync());
        var trail = (await admin.GetPageAsync("/admin/audit?table=job_orders")).Body!.TextContent;
        Assert.Contains("Ada Admin paused the job letters", trail);
        Assert.Contains("Ada Admin resumed the job letters", trail);
    }

    [Fact]
    public async Task Run_now_is_left_to_whichever_node_is_free()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        using var ordered = await admin.PostAsync(Order, ("order", "Run letters"));
        Assert.Equal(HttpStatusCode.Redirect, ordered.StatusCode);
        Assert.Equal(0L, await CountAsync("job_runs"));

        await using var worker = await OfficeApp.StartAsync(
            Database,
            settings: ("StaffDashboard:Jobs", "on")
        );

        await Eventually.TrueAsync(async () =>
            await CountAsync(
                "job_runs where job = 'letters' and outcome = 'Done' and ordered_by = 'Ada Admin'"
            ) == 1
        );
        var trail = (await admin.GetPageAsync("/admin/audit?table=job_orders")).Body!.TextContent;
        Assert.Contains("Ada Admin ran the job letters", trail);
    }

    [Fact]
    public async Task Only_what_failed_is_tried_again()
    {
        await AddRunsAsync();
        using var admin = await App.SignInAsync(UserRole.Admin);
        var page = await admin.GetPageAsync("/admin/jobs?outcome=Failed");
        var button = page.QuerySelector("#job-history button[name=order]")!;
        var good = await Database.AskAsync<Guid>("select id from job_runs where outcome = 'Done'");

        using var retried = await admin.PostAsync(Order, ("order", button.GetAttribute("value")!));
        using var refused = await admin.PostAsync(Order, ("order", $"Retry letters {good}"));

        Assert.Equal(HttpStatusCode.Redirect, retried.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(
            1L,
            await CountAsync("job_orders where wish = 'Retry' and run_id is not null")
        );
    }

    [Fact]
    public async Task The_history_is_narrowed_by_job_outcome_and_node_and_drawn()
    {
        await AddRunsAsync();
        using var manager = await App.SignInAsync(UserRole.Manager);

        Assert.Equal(2, await RowsAsync(manager, "/admin/jobs"));
        Assert.Equal(1, await RowsAsync(manager, "/admin/jobs?node=b2"));
        Assert.Equal(1, await RowsAsync(manager, "/admin/jobs?outcome=Failed"));
        Assert.Equal(0, await RowsAsync(manager, "/admin/jobs?job=sessions"));
        var page = await manager.GetPageAsync("/admin/jobs");
        Assert.Equal(2, page.QuerySelectorAll("svg.bars rect").Length);
        Assert.Contains("The database did not answer", page.Body!.TextContent);
    }

    [Fact]
    public async Task Good_runs_of_a_frequent_job_are_left_out_until_they_are_asked_for()
    {
        await AddRunsAsync();
        await Database.RunAsync(
            """
            insert into job_runs (id, job, node, due_at, started_at, ended_at, outcome, remark)
            select uuidv7(), 'alarms', 'a1', now(), now() - i * interval '30 seconds', now(), 'Done', ''
            from generate_series(1, 60) i;
            insert into job_runs (id, job, node, due_at, started_at, ended_at, outcome, remark)
            values (uuidv7(), 'alarms', 'a1', now(), now(), now(), 'Failed', 'The database did not answer')
            """
        );
        using var manager = await App.SignInAsync(UserRole.Manager);

        Assert.Equal(3, await RowsAsync(manager, "/admin/jobs"));
        Assert.Equal(50, await RowsAsync(manager, "/admin/jobs?job=all"));
        Assert.Equal(50, await RowsAsync(manager, "/admin/jobs?job=alarms"));
    }

    [Fact]
    public async Task A_Manager_reads_and_orders_nothing()
    {
        await AddRunsAsync();
        using var manager = await App.SignInAsync(UserRole.Manager);

        var page = await manager.GetPageAsync("/admin/jobs");
        using var refused = await manager.PostAsync(Order, ("order", "Run letters"));

        Assert.Empty(page.QuerySelectorAll("button[name=order], #job-order"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(0L, await CountAsync("job_orders"));
    }

    [Fact]
    public async Task Staff_sees_nothing_of_it()
    {
        using var staff = await App.SignInAsync();

        using var page = await staff.GetAsync("/admin/jobs");
        using var refused = await staff.PostAsync(Order, ("order", "Run letters"));

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Run")]
    [InlineData("Run no-such-job")]
    [InlineData("Destroy letters")]
    [InlineData("Retry letters")]
    public async Task An_order_that_makes_no_sense_is_not_found(string order)
    {
        using var admin = await App.SignInAsync(UserRole.Admin);

        using var answer = await admin.PostAsync(Order, ("order", order));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(0L, await CountAsync("job_orders"));
    }

    Task<HashSet<string>> PausedAsync() =>
        App
            .Services.GetRequiredService<JobOrders>()
            .PausedAsync(TestContext.Current.CancellationToken);

    Task AddRunsAsync() =>
        Database.RunAsync(
            """
            insert into job_runs (id, job, node, due_at, started_at, ended_at, outcome, remark) values
              (uuidv7(), 'letters', 'a1', now(), now() - interval '2 minutes', now() - interval '1 minute', 'Done', 'Forgot 3 letters'),
              (uuidv7(), 'letters', 'b2', now(), now() - interval '1 minute', now(), 'Failed', 'The database did not answer');
            """
        );

    static async Task<int> RowsAsync(Visitor visitor, string address) =>
        (await visitor.GetPageAsync(address)).QuerySelectorAll("#job-history tbody tr").Length;
}
