using System.Net;
using AngleSharp.Dom;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team.Person;
using static System.StringComparison;

namespace StaffDashboard.Tests.Web.Pages.Shared.Conflicts;

/// <summary>What cannot be, is not allowed, or is more than one value.</summary>
public sealed class SmallFormsRefusedTests(TwoAdmins admins) : SmallFormHours(admins)
{
    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Something_else_that_cannot_be_is_refused_in_the_chooser(string table)
    {
        var form = Of(table);
        var mine = await OpenAsync(Ada, form);
        await Admins.Database.RunAsync(form.Save);
        using var second = await SendAsync(Ada, form, mine, (form.Field, form.Mine));
        var chooser = await Visitor.ParseAsync(second);

        using var wrong = await ChooseAsync(Ada, form, chooser, "edit", form.Wrong);

        var again = await PersonOffice.RefusedAsync(wrong, HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith(
            again.QuerySelector(".conflict legend")!.TextContent + ": ",
            again.QuerySelector(".conflict p.error")!.TextContent,
            Ordinal
        );
        using var chosen = await ChooseAsync(Ada, form, again, "edit", form.Third);
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Equal(form.ThirdStored, await StoredAsync(form));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_that_is_refused_first_still_knows_what_it_was(string table)
    {
        var form = Of(table);
        var mine = await OpenAsync(Ada, form);
        await Admins.Database.RunAsync(form.Save);
        using var wrong = await SendAsync(Ada, form, mine, (form.Field, form.Wrong));
        var again = await PersonOffice.RefusedAsync(wrong, HttpStatusCode.UnprocessableEntity);

        using var mended = await SendAsync(Ada, form, again, (form.Field, form.Mine));

        Assert.Equal(HttpStatusCode.Conflict, mended.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_manager_sees_in_the_trail_what_was_given_up_and_puts_nothing_back(
        string table
    )
    {
        var form = Of(table);
        var mine = await OpenAsync(Ada, form);
        await Admins.Database.RunAsync(form.Save);
        using var second = await SendAsync(Ada, form, mine, (form.Field, form.Mine));
        using var chosen = await ChooseAsync(
            Ada,
            form,
            await Visitor.ParseAsync(second),
            "theirs",
            ""
        );
        var button = (await Ada.GetPageAsync($"/admin/audit?table={table}")).QuerySelector(
            "button[form=put-back]"
        )!;
        using var manager = await Admins.App.SignInAsync(UserRole.Manager);

        var trail = await manager.GetPageAsync($"/admin/audit?table={table}");
        using var put = await manager.PostAsync(
            button.GetAttribute("formaction")!,
            ("change", button.GetAttribute("value")!)
        );

        Assert.Contains("gave up", trail.QuerySelector("#audit-list")!.TextContent, Ordinal);
        Assert.Null(trail.QuerySelector("button[form=put-back]"));
        Assert.Equal(HttpStatusCode.Forbidden, put.StatusCode);
    }

    [Fact]
    public async Task Whoever_takes_the_default_again_where_somebody_set_another_limit_is_asked()
    {
        using var set = await SendAsync(
            Bea,
            SmallForm.Rule,
            await OpenAsync(Bea, SmallForm.Rule),
            ("Threshold", "5")
        );
        var mine = await OpenAsync(Ada, SmallForm.Rule);
        await Admins.Database.RunAsync("update alarm_rules set threshold = 7");

        using var reset = await Ada.PostAsync(
            "/admin/alerts/rules?edit=latency&handler=Reset",
            PersonOffice.Filled(mine, SmallForm.Rule.Form)
        );

        var chooser = await PersonOffice.RefusedAsync(reset, HttpStatusCode.Conflict);
        Assert.Equal(
            ["2 s", "7 s"],
            chooser.QuerySelectorAll(".side .value").Select(value => value.TextContent)
        );
        using var chosen = await ChooseAsync(Ada, SmallForm.Rule, chooser, "mine", "");
        Assert.Equal(0, await Admins.Database.AskAsync<long>("select count(*) from alarm_rules"));
    }

    [Fact]
    public async Task Roles_and_people_are_asked_and_put_back_as_lists()
    {
        var (hers, mine) = (
            await OpenAsync(Bea, SmallForm.Switch),
            await OpenAsync(Ada, SmallForm.Switch)
        );
        using var first = await SendAsync(
            Bea,
            SmallForm.Switch,
            hers,
            ("Roles", "Staff"),
            ("People", "manager@example.test")
        );
        using var second = await SendAsync(
            Ada,
            SmallForm.Switch,
            mine,
            ("Roles", "Admin"),
            ("Roles", "Manager"),
            ("People", "Staff@example.test, BEA@example.test")
        );
        var chooser = await PersonOffice.RefusedAsync(second, HttpStatusCode.Conflict);
        Assert.Equal(
            [
                "Manager, Admin",
                "Staff",
                "bea@example.test, staff@example.test",
                "manager@example.test",
            ],
            chooser.QuerySelectorAll(".side .value").Select(value => value.TextContent)
        );

        using var chosen = await SendAsync(
            Ada,
            SmallForm.Switch,
            chooser,
            ("Choice[Roles]", "theirs"),
            ("Choice[People]", "theirs")
        );
        var trail = await Ada.GetPageAsync("/admin/audit?table=feature_switches");
        foreach (var back in trail.QuerySelectorAll("button[form=put-back]"))
        {
            using var put = await Ada.PostAsync(
                back.GetAttribute("formaction")!,
                ("change", back.GetAttribute("value")!)
            );
            Assert.Equal(HttpStatusCode.Redirect, put.StatusCode);
        }

        Assert.Equal(
            "Manager Admin 2",
            await Admins.Database.AskAsync<string>(
                "select array_to_string(roles, ' ') || ' ' || cardinality(people) from feature_switches"
            )
        );
    }
}
