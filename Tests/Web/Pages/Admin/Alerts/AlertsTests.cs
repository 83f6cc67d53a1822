using System.Net;
using System.Text.Json;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Jobs.Alarms;

namespace StaffDashboard.Tests.Web.Pages.Admin.Alerts;

public class AlertsTests(TestPostgres postgres) : AlarmOffice(postgres)
{
    const string List = "/admin/alerts";

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
            "Ada Admin looks into it",
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
    public async Task Its_graph_is_what_was_measured_with_the_limit_as_a_line()
    {
        using var manager = await App.SignInAsync(UserRole.Manager);
        await PlantAsync(Slow);
        await LookAsync();
        var alarm = await OnlyAsync("latency");

        using var answer = await manager.GetAsync($"{List}/{alarm.Id}/series");

        var series = JsonDocument
            .Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .RootElement;
        var lines = series.GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal(3, lines[0].GetProperty("values")[0].GetDouble());
        Assert.Equal(2, lines[1].GetProperty("values")[0].GetDouble());
        Assert.Equal(1, series.GetProperty("times").GetArrayLength());
    }

    [Fact]
    public async Task An_alarm_of_long_ago_has_its_graph_out_of_the_hours()
    {
        using var manager = await App.SignInAsync(UserRole.Manager);
        await PlantAsync(
            """
            insert into alarms (id, rule, subject, opened_at, closed_at, value, threshold, tellings, was_silent)
            values (gen_random_uuid(), 'latency', 'saving', $NOW - interval '60 days', $NOW - interval '60 days' + interval '3 hours', 7, 2, 0, false);
            insert into measure_hours
            select date_trunc('hour', $NOW - interval '60 days', 'UTC') + i * interval '1 hour', 'alarm.latency', 'saving', 120, 0, 1 + i from generate_series(-5, 9) i
            """
        );
        var alarm = await OnlyAsync("latency");

        using var answer = await manager.GetAsync($"{List}/{alarm.Id}/series");

        var values = JsonDocument
            .Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .RootElement.GetProperty("lines")[0]
            .GetProperty("values")
            .EnumerateArray()
            .Select(value => value.GetDouble())
            .ToList();
        Assert.InRange(values.Count, 4, 5);
        Assert.Contains(4.0, values);
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
            using var post = await manager.PostAsync(address, ("Form.Name", "latency"));
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
    public async Task A_limit_is_changed_holds_and_goes_back_to_the_default()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);

        using var saved = await SaveRuleAsync(admin, 0, "4,5", "15");
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        await PlantAsync(Slow);
        await LookAsync();
        Assert.Empty(await AlarmsAsync("latency"));
        Assert.Contains(
            "over 4.5 s on average within 15 minutes",
            (await admin.GetPageAsync(List + "/rules")).QuerySelector("#rule-list")!.TextContent,
            StringComparison.Ordinal
        );

        var form = await admin.GetPageAsync(List + "/rules?edit=latency");
        using (
            await admin.PostAsync(
                List + "/rules?handler=Reset",
                Team.Person.PersonOffice.Filled(form, "form[data-guard]")
            )
        ) { }

        Assert.Equal(0, await CountAsync("alarm_rules"));
        Assert.Equal(
            "insert delete",
            await Database.AskAsync<string>(
                "select string_agg(action, ' ' order by id) from audit_log where table_name = 'alarm_rules'"
            )
        );
    }

    [Theory]
    [InlineData("-1", "5", "#Form_Threshold-error", "Enter a number, such as 2")]
    [InlineData("0", "5", "#Form_Threshold-error", "above 0")]
    [InlineData("2", "0", "#Form_WindowMinutes-error", "at most a day")]
    [InlineData("2", "soon", "#Form_WindowMinutes-error", "whole minutes")]
    public async Task A_limit_that_cannot_be_is_refused_beside_its_field(
        string limit,
        string minutes,
        string slot,
        string says
    )
    {
        using var admin = await App.SignInAsync(UserRole.Admin);

        using var answer = await SaveRuleAsync(admin, 0, limit, minutes);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            says,
            (await Visitor.ParseAsync(answer)).QuerySelector(slot)!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_silence_is_planned_shown_and_ended()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        var now = App.Clock.GetUtcNow().ToLocalTime();
        using var planned = await admin.PostAsync(
            List + "/silences",
            ("Form.Rule", "latency"),
            (
                "Form.From",
                now.AddMinutes(-5)
                    .ToString(
                        "yyyy-MM-dd'T'HH:mm",
                        System.Globalization.CultureInfo.InvariantCulture
                    )
            ),
            (
                "Form.Until",
                now.AddHours(2)
                    .ToString(
                        "yyyy-MM-dd'T'HH:mm",
                        System.Globalization.CultureInfo.InvariantCulture
                    )
            ),
            ("Form.Reason", "The server moves")
        );
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        Assert.Contains(
            "Changes are slow is silent: The server moves",
            (await admin.GetPageAsync(List)).QuerySelector("#open-alarms")!.TextContent,
            StringComparison.Ordinal
        );

        var id = await Database.AskAsync<Guid>("select id from alarm_silences");
        using (await admin.PostAsync(List + "/silences?handler=End", ("id", id.ToString()))) { }

        Assert.DoesNotContain(
            "is silent",
            (await admin.GetPageAsync(List)).QuerySelector("#open-alarms")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_silence_that_ends_before_it_begins_or_says_not_why_is_refused()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);

        using var answer = await admin.PostAsync(
            List + "/silences",
            ("Form.From", "2026-11-21T10:00"),
            ("Form.Until", "2026-11-21T09:00"),
            ("Form.Reason", " ")
        );

        var page = await Visitor.ParseAsync(answer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            "It must end after it begins.",
            page.QuerySelector("#Form_Until-error")!.TextContent
        );
        Assert.StartsWith(
            "Say why",
            page.QuerySelector("#Form_Reason-error")!.TextContent,
            StringComparison.Ordinal
        );
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

    static Task<HttpResponseMessage> SaveRuleAsync(
        Visitor admin,
        uint version,
        string limit,
        string minutes
    ) =>
        admin.PostAsync(
            List + "/rules",
            ("Form.Name", "latency"),
            ("Form.Version", version.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("Form.IsOn", "true"),
            ("Form.Threshold", limit),
            ("Form.WindowMinutes", minutes)
        );
}
