using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Data.Demo;
using StaffDashboard.Data.Jobs;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Consistency;
using StaffDashboard.Web.Jobs;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Records.Pairs;
using StaffDashboard.Web.Pages.Shared.Lists;

namespace StaffDashboard.Tests.Web.Consistency;

/// <summary>Each kind is planted behind the back of the triggers, found once, told, and healed.</summary>
public sealed class ConsistencyTests(TestPostgres postgres) : OfficeTest(postgres)
{
    const string Open = "inconsistencies where healed_at is null";

    // The clock of a test moves no rate limiter.
    protected override (string, string)[] Settings => [("StaffDashboard:RateLimits:User", "off")];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var office = Office();
        await DemoOffice.FillAsync(office, App.Clock, CancellationToken.None);
        // Or the news of their coming would take off the shelf what a test has just put there.
        await Eventually.TrueAsync(() =>
            App
                .Services.GetRequiredService<FragmentCache>()
                .HasHeardAllAsync(CancellationToken.None)
        );
    }

    [Fact]
    public async Task An_office_in_order_has_nothing_to_find()
    {
        var run = await CompareAsync();

        Assert.Equal(JobOutcome.Done, run.Outcome);
        Assert.EndsWith("all agree", run.Remark, StringComparison.Ordinal);
        Assert.Equal(0L, await CountAsync("inconsistencies"));
        // Not because there was nothing to be read: what is compared is found in the list as it is served.
        using var manager = await App.SignInAsync(UserRole.Manager);
        using var answer = await manager.GetAsync("/team");
        var list = Fragment.Of(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        Assert.NotNull(Served.Summary(list));
        Assert.Equal(Served.Summary(list), Served.Chip(list, "Active"));
        Assert.InRange(Served.Rows(list), 1, RecordList.PageSize);
        Assert.Equal(Served.Rows(list), Served.Versions(list).Count);
    }

    [Fact]
    public async Task A_count_that_nobody_took_back_is_found_and_healed()
    {
        await CompareAsync();
        await BehindTheTriggersAsync(
            "update employees set archived_at = now() where id = (select id from employees where archived_at is null limit 1)"
        );

        await CompareAsync();

        Assert.NotEqual(0L, await CountAsync("inconsistencies where pair = 'team-counts'"));
        Assert.Equal(
            "team",
            await Database.AskAsync<string>(
                "select topic from inconsistencies where pair = 'team-counts' limit 1"
            )
        );
        await HealsAsync("pair = 'team-counts'");
    }

    [Fact]
    public async Task A_row_of_the_list_that_is_not_the_persons_is_found_and_healed()
    {
        await CompareAsync();
        await BehindTheTriggersAsync("update employees set notes = notes || ' x'");

        await CompareAsync();

        Assert.NotEqual(0L, await CountAsync("inconsistencies where pair = 'team-rows'"));
        await HealsAsync("pair = 'team-rows'");
    }

    [Fact]
    public async Task A_value_that_the_trail_does_not_know_is_found_and_healed_and_not_told_in_words()
    {
        await BehindTheTriggersAsync("update employees set hourly_rate = 98.76");

        await CompareAsync();

        var told = await Database.AskAsync<string>(
            "select string_agg(i::text, ' ') from inconsistencies i where pair = 'team-history'"
        );
        Assert.Contains("hourly_rate", told!, StringComparison.Ordinal);
        Assert.DoesNotContain("98.76", told, StringComparison.Ordinal);
        var found = await CountAsync("inconsistencies where pair = 'team-history'");
        await CompareAsync();
        Assert.Equal(
            0L,
            await CountAsync(
                "(select subject from inconsistencies where pair = 'team-history' group by subject having count(*) > 1) twice"
            )
        );
        Assert.True(found > 0);
        await Database.RunAsync("update employees set hourly_rate = 12");
        await HealsAsync("pair = 'team-history'");
    }

    [Fact]
    public async Task What_a_node_keeps_and_would_render_otherwise_is_found_dropped_and_told()
    {
        using var manager = await App.SignInAsync(UserRole.Manager);
        var id = await Database.AskAsync<Guid>(
            "select id from employees where archived_at is null limit 1"
        );
        var address = $"/team/{id}?part=notes";
        await TextAsync(manager, address);
        await BehindTheTriggersAsync($"update employees set notes = 'planted' where id = '{id}'");
        Assert.DoesNotContain(
            "planted",
            await TextAsync(manager, address),
            StringComparison.Ordinal
        );
        App.Clock.Advance(ShelfCheck.Every);

        await Eventually.TrueAsync(async () =>
        {
            await TextAsync(manager, address);
            return await CountAsync(
                    "inconsistencies where pair = 'memory' and healed_at is not null"
                ) == 1;
        });

        Assert.Contains("planted", await TextAsync(manager, address), StringComparison.Ordinal);
        Assert.Equal(
            $"person:{id}",
            await Database.AskAsync<string>("select topic from inconsistencies")
        );
    }

    [Fact]
    public async Task A_browser_that_shows_something_else_is_believed_at_the_second_look_only()
    {
        using var staff = await App.SignInAsync();
        var id = await Database.AskAsync<Guid>("select id from employees limit 1");
        var address = $"/team/{id}?part=notes";

        var first = await AskAsync(staff, address, ("X-Shown", "0123456789abcdef"));
        Assert.Equal("differs", first.Verdict);
        Assert.Equal(0L, await CountAsync("inconsistencies"));
        // The server says something else by now: a change was on its way.
        await AskAsync(
            staff,
            address,
            ("X-Shown", "0123456789abcdef"),
            ("X-Shown-Before", "older")
        );
        Assert.Equal(0L, await CountAsync("inconsistencies"));
        await AskAsync(
            staff,
            address,
            ("X-Shown", "0123456789abcdef"),
            ("X-Shown-Before", first.Tag)
        );
        await Eventually.TrueAsync(async () =>
            await CountAsync(
                "inconsistencies where pair = 'browser' and user_id is not null and healed_at is null"
            ) == 1
        );

        var shown = await Database.AskAsync<string>("select other_value from inconsistencies");
        var after = await AskAsync(staff, address, ("X-Shown", shown!), ("X-Shown-After", "1"));

        Assert.Equal("same", after.Verdict);
        await Eventually.TrueAsync(async () => await CountAsync(Open) == 0);
    }

    [Fact]
    public async Task Who_invents_what_they_see_is_written_down_once_and_rings_no_alarm()
    {
        using var staff = await App.SignInAsync();
        using var manager = await App.SignInAsync(UserRole.Manager);
        foreach (var visitor in (Visitor[])[staff, manager])
        {
            for (var time = 0; time < 6; time++)
            {
                await InventAsync(visitor, "notes", "0123456789abcdef");
                await InventAsync(visitor, "contact", "0123456789abcdef");
            }
        }

        // What a third one says is behind all that was said before.
        using var admin = await App.SignInAsync(UserRole.Admin);
        await InventAsync(admin, "notes", "0123456789abcdef");
        await Eventually.TrueAsync(async () =>
            await CountAsync($"inconsistencies where user_id = '{await IdOfAsync(UserRole.Admin)}'")
            == 1
        );
        Assert.Equal(3L, await CountAsync("inconsistencies where pair = 'browser'"));
        App.Clock.Advance(Inconsistencies.OfOnePerson);
        await InventAsync(manager, "contact", "fedcba9876543210");
        await Eventually.TrueAsync(async () =>
            await CountAsync("inconsistencies where one_value = 'fedcba9876543210'") == 1
        );
        Assert.Equal(4L, await CountAsync("inconsistencies"));
        await using var office = Office();
        var look = new Look(office, App.Clock.GetUtcNow(), 120, 3, TimeZoneInfo.Utc);
        var measured = await AlarmKinds
            .Named("inconsistencies")!
            .MeasureAsync(look, TestContext.Current.CancellationToken);
        Assert.Equal(3, Assert.Single(measured).Value);
    }

    async Task InventAsync(Visitor visitor, string part, string shown)
    {
        var id = await Database.AskAsync<Guid>("select id from employees order by id limit 1");
        var address = $"/team/{id}?part={part}";
        var first = await AskAsync(visitor, address, ("X-Shown", shown));
        await AskAsync(visitor, address, ("X-Shown", shown), ("X-Shown-Before", first.Tag));
    }

    [Fact]
    public async Task Nothing_is_found_while_everybody_is_busy_changing()
    {
        using var end = new CancellationTokenSource();
        var busy = Enumerable.Range(0, 3).Select(seed => ChangeAsync(seed, end.Token)).ToArray();
        using var manager = await App.SignInAsync(UserRole.Manager);

        for (var i = 0; i < 3; i++)
        {
            App.Clock.Advance(ShelfCheck.Every);
            await manager.GetPageAsync("/team");
            Assert.EndsWith("all agree", (await CompareAsync()).Remark, StringComparison.Ordinal);
        }

        await end.CancelAsync();
        await Task.WhenAll(busy);
        Assert.Equal(0L, await CountAsync("inconsistencies"));
    }

    async Task ChangeAsync(int seed, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await using var office = Office();
            await office.Database.ExecuteSqlAsync(
                $"""
                update employees set always_needed = not always_needed, archived_at = case when archived_at is null then now() end
                where id in (select id from employees where phone is null or abs(hashtext(id::text)) % 3 = {seed} order by random() limit 1)
                """,
                CancellationToken.None
            );
        }
    }

    // Each look may show it healed; a section that several inconsistencies told heals with all of them.
    async Task HealsAsync(string which)
    {
        await CompareAsync();
        await CompareAsync();
        Assert.Equal(0L, await CountAsync($"{Open} and {which}"));
    }

    Task BehindTheTriggersAsync(string sql) =>
        Database.RunAsync(
            $"set session_replication_role = replica; {sql}; reset session_replication_role"
        );

    Task<JobRun> CompareAsync() =>
        App
            .Services.GetRequiredService<JobRunner>()
            .RunAsync(RecurringJobs.Find("consistency")!, TestContext.Current.CancellationToken);

    static async Task<string> TextAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    static async Task<(string Verdict, string Tag)> AskAsync(
        Visitor visitor,
        string address,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(address, UriKind.Relative)
        );
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var answer = await visitor.Http.SendAsync(
            request,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return (
            answer.Headers.GetValues("X-Shown").Single(),
            answer.Headers.GetValues("HX-PTag").Single()
        );
    }
}
