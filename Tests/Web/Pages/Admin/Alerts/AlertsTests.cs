using System.Net;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Admin.Alerts;

/// <summary>Open alarms where people see them, those that are over, and who may do what.</summary>
public sealed class AlertsTests(TestPostgres postgres) : AlertsOffice(postgres)
{
    [Fact]
    public async Task An_open_alarm_is_on_every_page_of_an_admin_until_it_is_acknowledged()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        await PlantAsync(Slow);
        await LookAsync();
        var alarm = await OnlyAsync("latency");

        await Eventually.TrueAsync(async () =>
            (await admin.GetPageAsync("/team"))
                .QuerySelector("#alarm-banner")!
                .TextContent.Contains("Changes are slow: saving", StringComparison.Ordinal)
        );
        Assert.StartsWith(
            "1",
            (await admin.GetPageAsync("/team")).QuerySelector("#alarm-count")!.TextContent,
            StringComparison.Ordinal
        );
        using (await admin.PostAsync($"{List}/{alarm.Id}?handler=Acknowledge")) { }

        await Eventually.TrueAsync(async () =>
            (await admin.GetPageAsync("/team"))
                .QuerySelector("#alarm-banner")!
                .HasAttribute("hidden")
        );
        var page = await admin.GetPageAsync($"{List}/{alarm.Id}");
        Assert.Contains(
            "Acknowledged by Ada Admin",
            page.QuerySelector("#alarm-facts")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Ada Admin acknowledged",
            page.QuerySelector(".history")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_opened_in_a_silence_appears_when_it_ends_and_the_trouble_goes_on()
    {
        using var manager = await App.SignInAsync(UserRole.Manager);
        await PlantAsync(
            "insert into alarm_silences (id, rule, \"from\", until, reason, by) values (gen_random_uuid(), null, $NOW - interval '1 minute', $NOW + interval '10 minutes', 'A move', 'Ada')"
        );
        await PlantAsync(Slow);
        await LookAsync();
        Assert.True(await IsHiddenAsync());

        App.Clock.Advance(TimeSpan.FromMinutes(11));
        await PlantAsync(Slow);
        await LookAsync();

        await Eventually.TrueAsync(async () => !await IsHiddenAsync());
        Assert.Single(await SubjectsAsync(await OnlyAsync("latency")));

        async Task<bool> IsHiddenAsync() =>
            (await manager.GetPageAsync("/team"))
                .QuerySelector("#alarm-banner")!
                .HasAttribute("hidden");
    }

    [Fact]
    public async Task A_manager_looks_and_changes_nothing()
    {
        using var manager = await App.SignInAsync(UserRole.Manager);
        await PlantAsync(Slow);
        await LookAsync();
        var alarm = await OnlyAsync("latency");

        var page = await manager.GetPageAsync($"{List}/{alarm.Id}");
        Assert.Null(page.QuerySelector("button[form=acknowledge]"));
        foreach (
            var address in new[]
            {
                $"{List}/{alarm.Id}?handler=Acknowledge",
                $"{List}/rules",
                $"{List}/rules?handler=Reset",
                $"{List}/silences",
                $"{List}/silences?handler=End",
            }
        )
        {
            using var post = await manager.PostAsync(address, ("Threshold", "3"));
            Assert.Equal(HttpStatusCode.Forbidden, post.StatusCode);
        }
        Assert.False((await OnlyAsync("latency")).IsAcknowledged);
    }

    [Theory]
    [InlineData(List)]
    [InlineData(List + "?part=banner")]
    [InlineData(List + "/rules")]
    [InlineData(List + "/silences")]
    public async Task Staff_is_refused(string address)
    {
        using var staff = await App.SignInAsync();

        using var page = await staff.GetAsync(address);

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Null((await staff.GetPageAsync("/team")).QuerySelector("#alarm-banner"));
    }

    [Fact]
    public async Task Old_alarms_are_paged_by_key_and_filtered_by_rule()
    {
        using var manager = await App.SignInAsync(UserRole.Manager);
        await Database.RunAsync(
            "insert into alarms (id, rule, subject, opened_at, closed_at, value, threshold, tellings, was_silent) select gen_random_uuid(), case when i = 40 then 'disk' else 'lag' end, '', now() - i * interval '1 day', now() - i * interval '1 day' + interval '1 hour', 1, 1, 0, false from generate_series(1, 40) i"
        );

        var first = await manager.GetPageAsync(List);
        var further = first.QuerySelector("#alarm-history a[rel=next]")!.GetAttribute("href")!;
        var second = await manager.GetPageAsync(further);
        var disks = await manager.GetPageAsync(List + "?rule=disk");

        Assert.Equal(25, first.QuerySelectorAll("#alarm-history tbody tr").Length);
        Assert.Equal(15, second.QuerySelectorAll("#alarm-history tbody tr").Length);
        Assert.Single(disks.QuerySelectorAll("#alarm-history tbody tr"));
    }

    [Fact]
    public async Task A_day_in_the_address_shows_what_opened_on_that_day_of_the_office()
    {
        await Database.RunAsync(
            """
            insert into alarms (id, rule, subject, opened_at, closed_at, value, threshold, tellings, was_silent)
            select gen_random_uuid(), 'lag', at::text, at, at + interval '3 hours', 1, 1, 0, false
            from unnest(array[timestamptz '2026-01-19 22:59Z', '2026-01-19 23:00Z', '2026-01-20 22:59Z', '2026-01-20 23:00Z']) at
            """
        );
        await using var app = await OfficeApp.StartAsync(
            Database,
            settings: [("StaffDashboard:TimeZone", "Europe/Berlin")]
        );
        using var manager = await app.SignInAsync(UserRole.Manager);

        var page = await manager.GetPageAsync(List + "?period=2026-01-20&rule=lag");
        var all = await manager.GetPageAsync(List + "?period=yesterday");

        Assert.Equal(2, page.QuerySelectorAll("#alarm-history tbody tr").Length);
        Assert.Equal(
            [
                List + "?rule=lag&period=2026-01-19",
                List + "?rule=lag&period=2026-01-21",
                List + "?rule=lag",
            ],
            page.QuerySelectorAll(".banner .buttons a").Select(a => a.GetAttribute("href"))
        );
        Assert.Equal(
            List + "?rule=lag&period=2026-01-20&part=history",
            page.QuerySelector("#alarm-history")!.GetAttribute("hx-get")
        );
        Assert.Equal(4, all.QuerySelectorAll("#alarm-history tbody tr").Length);
    }
}
