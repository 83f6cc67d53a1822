using System.Net;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Tests.Web.Pages.Admin.Jobs;

/// <summary>Hangfire's own pages: who may open them, who may press their buttons, and under which headers.</summary>
public sealed class JobDashboardTests(TestPostgres postgres) : OfficeTest(postgres)
{
    const string Dashboard = "/admin/jobs/dashboard";
    const string Trigger = $"{Dashboard}/recurring/trigger";

    [Theory]
    [InlineData("")]
    [InlineData("/recurring")]
    [InlineData("/jobs/failed")]
    [InlineData("/servers")]
    public async Task Admins_and_Managers_open_it_and_nobody_else(string page)
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        using var manager = await App.SignInAsync(UserRole.Manager);
        using var staff = await App.SignInAsync();
        using var stranger = App.Stranger();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(admin, Dashboard + page));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(manager, Dashboard + page));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(staff, Dashboard + page));
        using var answer = await stranger.GetAsync(Dashboard + page);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains(
            "/account/sign-in",
            answer.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_Admin_triggers_a_job_there_and_a_Manager_only_reads()
    {
        Register();
        using var admin = await App.SignInAsync(UserRole.Admin);
        using var manager = await App.SignInAsync(UserRole.Manager);
        using var staff = await App.SignInAsync();

        using var read = await manager.PostAsync(Trigger, ("jobs[]", "letters"));
        using var refused = await staff.PostAsync(Trigger, ("jobs[]", "letters"));
        using var forged = await admin.Http.PostAsync(
            new Uri(Trigger, UriKind.Relative),
            new FormUrlEncodedContent([KeyValuePair.Create("jobs[]", "letters")]),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.Unauthorized, read.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.Equal(0L, await CountAsync("hangfire.job"));

        using var triggered = await admin.PostAsync(Trigger, ("jobs[]", "letters"));
        Assert.Equal(HttpStatusCode.NoContent, triggered.StatusCode);
        Assert.Equal(1L, await CountAsync("hangfire.jobqueue where queue = 'letters'"));
    }

    [Fact]
    public async Task A_Manager_is_shown_no_buttons()
    {
        Register();
        using var admin = await App.SignInAsync(UserRole.Admin);
        using var manager = await App.SignInAsync(UserRole.Manager);

        Assert.NotEmpty(
            (await admin.GetPageAsync($"{Dashboard}/recurring")).QuerySelectorAll(
                "button.js-jobs-list-command"
            )
        );
        Assert.Empty(
            (await manager.GetPageAsync($"{Dashboard}/recurring")).QuerySelectorAll(
                "button.js-jobs-list-command"
            )
        );
    }

    [Fact]
    public async Task It_is_under_our_security_policy_says_jobs_in_words_and_leads_back()
    {
        Register();
        using var admin = await App.SignInAsync(UserRole.Admin);

        using var answer = await admin.GetAsync($"{Dashboard}/recurring");
        var page = await admin.GetPageAsync($"{Dashboard}/recurring");

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.StartsWith(
            "/a/",
            page.QuerySelector("link[rel=icon], link[rel='shortcut icon']")!.GetAttribute("href"),
            StringComparison.Ordinal
        );
        Assert.Empty(
            page.QuerySelectorAll(
                "script:not([src]):not([type='application/json']), [style], [onclick]"
            )
        );
        Assert.Contains(RecurringJobs.Find("letters")!.Title, page.Body!.TextContent);
        Assert.NotNull(page.QuerySelector("a[href='/admin/jobs']"));
        var app = new Npgsql.NpgsqlConnectionStringBuilder(Database.AppConnectionString);
        Assert.DoesNotContain(app.Password!, page.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Database!, page.Source.Text, StringComparison.Ordinal);
    }

    void Register() =>
        App
            .Services.GetRequiredService<IRecurringJobManager>()
            .AddOrUpdate<JobRunner>(
                "letters",
                "letters",
                runner => runner.RunAsync("letters", CancellationToken.None),
                RecurringJobs.Find("letters")!.Schedule.Cron
            );

    static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        return answer.StatusCode;
    }
}
