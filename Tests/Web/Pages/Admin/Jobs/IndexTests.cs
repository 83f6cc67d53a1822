using System.Net;
using AngleSharp.Dom;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Tests.Web.Pages.Admin.Jobs;

public sealed class IndexTests(TestPostgres postgres) : OfficeTest(postgres)
{
    const string Order = "/admin/jobs?handler=Order";

    [Fact]
    public async Task Admin_sees_each_job_with_its_schedule_last_run_and_outcome()
    {
        await Database.RunAsync(
            """
            insert into job_runs (id, job, started_at, ended_at, outcome, remark) values
              (uuidv7(), 'sessions', now() - interval '2 minutes', now() - interval '1 minute', 'Done', 'Of before'),
              (uuidv7(), 'sessions', now() - interval '1 minute', now(), 'Failed', 'The database did not answer')
            """
        );
        using var admin = await App.SignInAsync(UserRole.Admin);

        var page = await admin.GetPageAsync("/admin/jobs");

        Assert.Equal(RecurringJobs.All.Length, page.QuerySelectorAll("#job-lines tbody tr").Length);
        Assert.Contains("Every 5 minutes", page.QuerySelector("#job-change-log")!.TextContent);
        Assert.Contains("never", page.QuerySelector("#job-letters")!.TextContent);
        var sessions = page.QuerySelector("#job-sessions")!.TextContent;
        Assert.Contains("Failed", sessions);
        Assert.Contains("The database did not answer", sessions);
        Assert.DoesNotContain("Of before", sessions);
        Assert.NotNull(page.QuerySelector("main a[href='/admin/jobs/dashboard']"));
    }

    [Fact]
    public async Task A_pause_and_a_resume_stand_in_the_trail_and_undo_each_other()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);

        using var paused = await admin.PostAsync(Order, ("order", "Pause letters"));
        var page = await admin.GetPageAsync("/admin/jobs");

        Assert.Contains("Paused", page.QuerySelector("#job-letters")!.TextContent);
        using var undone = await admin.PostAsync("/admin/jobs?handler=Order&order=Resume+letters");
        page = await admin.GetPageAsync("/admin/jobs");
        Assert.DoesNotContain("Paused", page.QuerySelector("#job-letters")!.TextContent);
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

        await Eventually.EqualAsync(
            1L,
            () => CountAsync("job_runs where job = 'letters' and outcome = 'Done'")
        );
        var page = await admin.GetPageAsync("/admin/jobs");
        Assert.NotEmpty(page.QuerySelectorAll("#job-change-log [data-label='Next run'] time"));
        var trail = (await admin.GetPageAsync("/admin/audit?table=job_orders")).Body!.TextContent;
        Assert.Contains("Ada Admin ran the job letters", trail);
    }

    [Fact]
    public async Task What_is_ordered_runs_while_the_job_is_paused()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        using var paused = await admin.PostAsync(Order, ("order", "Pause letters"));
        using var ordered = await admin.PostAsync(Order, ("order", "Run letters"));

        await using var worker = await OfficeApp.StartAsync(
            Database,
            settings: ("StaffDashboard:Jobs", "on")
        );

        await Eventually.EqualAsync(1L, () => CountAsync("job_runs where job = 'letters'"));
    }

    [Fact]
    public async Task A_Manager_reads_and_orders_nothing()
    {
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
    [InlineData("Run letters twice")]
    public async Task An_order_that_makes_no_sense_is_not_found(string order)
    {
        using var admin = await App.SignInAsync(UserRole.Admin);

        using var answer = await admin.PostAsync(Order, ("order", order));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(0L, await CountAsync("job_orders"));
    }
}
