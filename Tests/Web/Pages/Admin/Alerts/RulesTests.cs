using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Admin.Alerts;

public sealed class RulesTests(TestPostgres postgres) : AlertsOffice(postgres)
{
    [Fact]
    public async Task A_limit_is_changed_holds_and_goes_back_to_the_default()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);

        using var saved = await SaveRuleAsync(admin, "4,5", "15");
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
                List + "/rules?edit=latency&handler=Reset",
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
    [InlineData("-1", "5", "#Threshold-error", "Limit, in s: enter a number above 0")]
    [InlineData("0", "5", "#Threshold-error", "above 0")]
    [InlineData("2", "0", "#WindowMinutes-error", "from 1 to 1,440")]
    [InlineData("2", "soon", "#WindowMinutes-error", "whole number")]
    public async Task A_limit_that_cannot_be_is_refused_beside_its_field(
        string limit,
        string minutes,
        string slot,
        string says
    )
    {
        using var admin = await App.SignInAsync(UserRole.Admin);

        using var answer = await SaveRuleAsync(admin, limit, minutes);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            says,
            (await Visitor.ParseAsync(answer)).QuerySelector(slot)!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("'NaN'")]
    [InlineData("1e300")]
    [InlineData("'-infinity'")]
    public async Task A_limit_that_only_a_hand_at_the_database_set_is_seen_and_mended(string limit)
    {
        await Database.RunAsync(
            $"insert into alarm_rules (name, is_on, threshold, window_minutes) values ('latency', true, {limit}, 5)"
        );
        using var admin = await App.SignInAsync(UserRole.Admin);
        var form = await admin.GetPageAsync(List + "/rules?edit=latency");

        using var reset = await admin.PostAsync(
            List + "/rules?edit=latency&handler=Reset",
            Team.Person.PersonOffice.Filled(form, "form[data-guard]")
        );

        Assert.Equal(HttpStatusCode.Redirect, reset.StatusCode);
        Assert.Equal(0, await CountAsync("alarm_rules"));
    }

    [Theory]
    [InlineData("Preview", "true")]
    [InlineData("Edited[WindowMinutes]", "soon")]
    public async Task Minutes_beyond_all_bounds_are_shown_as_they_came(string name, string value)
    {
        using var admin = await App.SignInAsync(UserRole.Admin);

        using var asked = await admin.PostAsync(
            List + "/rules?edit=latency",
            ("WindowMinutes", "5"),
            ("Was[WindowMinutes]", "99999999999"),
            ("Choice[WindowMinutes]", name == "Preview" ? "mine" : "edit"),
            (name, value)
        );

        Assert.True((int)asked.StatusCode is 409 or 422, $"{asked.StatusCode}");
    }

    static Task<HttpResponseMessage> SaveRuleAsync(Visitor admin, string limit, string minutes) =>
        admin.PostAsync(
            List + "/rules?edit=latency",
            ("IsOn", "true"),
            ("Threshold", limit),
            ("WindowMinutes", minutes)
        );
}
