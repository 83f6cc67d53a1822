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
    [InlineData("-1", "5", "#Form_Threshold-error", "Enter a number above 0, such as 2")]
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
