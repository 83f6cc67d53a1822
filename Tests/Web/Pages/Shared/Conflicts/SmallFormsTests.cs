using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team.Person;
using static System.StringComparison;

namespace StaffDashboard.Tests.Web.Pages.Shared.Conflicts;

/// <summary>Two Admins at one rule of the alarms, one switch, the settings of the report.</summary>
public sealed class SmallFormsTests(TwoAdmins admins) : IClassFixture<TwoAdmins>, IAsyncLifetime
{
    readonly Visitor ada = admins.Ada;
    readonly Visitor bea = admins.Bea;

    public static TheoryData<string> Forms => [.. SmallForm.All.Select(form => form.Table)];

    public static TheoryData<string, string> Choices =>
        new(
            from form in SmallForm.All
            from pick in (string[])["mine", "theirs", "edit"]
            select (form.Table, pick)
        );

    public async ValueTask InitializeAsync() => await admins.ForgetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Choices))]
    public async Task The_second_of_two_chooses_and_what_was_given_up_is_put_back_by_one_button(
        string table,
        string pick
    )
    {
        var form = Of(table);
        var (hers, mine) = (await OpenAsync(bea, form), await OpenAsync(ada, form));
        using var first = await SendAsync(bea, form, hers, (form.Field, form.Theirs));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        var theirs = await StoredAsync(form);

        using var second = await SendAsync(ada, form, mine, (form.Field, form.Mine));

        var chooser = await PersonOffice.RefusedAsync(second, HttpStatusCode.Conflict);
        Assert.Equal(
            [form.MineShown, form.TheirsShown],
            chooser.QuerySelectorAll(".side .value").Select(value => value.TextContent)
        );
        Assert.Contains("Bea Keller", chooser.QuerySelector(".conflict")!.TextContent, Ordinal);
        Assert.Equal(theirs, await StoredAsync(form));

        using var chosen = await ChooseAsync(ada, form, chooser, pick, form.Third);

        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        var kept = await StoredAsync(form);
        if (pick == "edit")
            Assert.Equal(form.ThirdStored, kept);
        else
            Assert.Equal(pick == "theirs", kept == theirs);
        var trail = await ada.GetPageAsync($"/admin/audit?table={table}");
        var back = trail.QuerySelector("button[form=put-back]");
        Assert.Equal(pick != "mine", back is not null);
        if (back is null)
            return;
        Assert.Contains(
            $"Ada Admin kept {form.Trail} at",
            trail.QuerySelector("#audit-list")!.TextContent,
            Ordinal
        );
        for (var time = 0; time < 2; time++)
        {
            using var put = await ada.PostAsync(
                back.GetAttribute("formaction")!,
                ("change", back.GetAttribute("value")!)
            );
            Assert.Equal(
                time == 0 ? HttpStatusCode.Redirect : HttpStatusCode.Conflict,
                put.StatusCode
            );
            Assert.StartsWith(await StoredAsync(form) ?? "-", form.MineShown, Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Two_who_change_different_things_are_not_asked(string table)
    {
        var form = Of(table);
        var (hers, mine) = (await OpenAsync(bea, form), await OpenAsync(ada, form));
        using var first = await SendAsync(bea, form, hers, (form.Field, form.Theirs));
        var theirs = await StoredAsync(form);

        using var second = await SendAsync(ada, form, mine, (form.Other.Name, form.Other.Value));

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Equal(theirs, await StoredAsync(form));
        Assert.Equal(form.Other.Value, await admins.Database.AskAsync<string>(form.Other.Stored));
        var trail = await ada.GetPageAsync($"/admin/audit?table={table}");
        Assert.Equal(
            ["Ada Admin", "Bea Keller"],
            trail.QuerySelectorAll("#audit-list .history p strong").Select(who => who.TextContent)
        );
        Assert.Empty(trail.QuerySelectorAll("button[form=put-back]"));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Whoever_saves_in_the_moment_in_which_somebody_else_does_is_asked(string table)
    {
        var form = Of(table);
        var mine = await OpenAsync(ada, form);
        await using var other = await Meeting.BeginAsync(admins.Database, form.Save);

        using var answer = await other.MeetAsync(() =>
            SendAsync(ada, form, mine, (form.Field, form.Mine), Key())
        );

        var chooser = await PersonOffice.RefusedAsync(answer, HttpStatusCode.Conflict);
        Assert.Equal(
            [form.MineShown, form.TheirsShown],
            chooser.QuerySelectorAll(".side .value").Select(value => value.TextContent)
        );
        Assert.Contains(
            "(at the database) saved while you were typing",
            chooser.QuerySelector(".conflict .banner")!.TextContent,
            Ordinal
        );
        Assert.StartsWith(await StoredAsync(form) ?? "-", form.TheirsShown, Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Something_else_that_cannot_be_is_refused_in_the_chooser(string table)
    {
        var form = Of(table);
        var mine = await OpenAsync(ada, form);
        await admins.Database.RunAsync(form.Save);
        using var second = await SendAsync(ada, form, mine, (form.Field, form.Mine));
        var chooser = await Visitor.ParseAsync(second);

        using var wrong = await ChooseAsync(ada, form, chooser, "edit", form.Wrong);

        var again = await PersonOffice.RefusedAsync(wrong, HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("Enter", again.QuerySelector(".conflict p.error")!.TextContent, Ordinal);
        using var chosen = await ChooseAsync(ada, form, again, "edit", form.Third);
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Equal(form.ThirdStored, await StoredAsync(form));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_that_is_refused_first_still_knows_what_it_was(string table)
    {
        var form = Of(table);
        var mine = await OpenAsync(ada, form);
        await admins.Database.RunAsync(form.Save);
        using var wrong = await SendAsync(ada, form, mine, (form.Field, form.Wrong));
        var again = await PersonOffice.RefusedAsync(wrong, HttpStatusCode.UnprocessableEntity);

        using var mended = await SendAsync(ada, form, again, (form.Field, form.Mine));

        Assert.Equal(HttpStatusCode.Conflict, mended.StatusCode);
    }

    [Fact]
    public async Task Whoever_takes_the_default_again_where_somebody_set_another_limit_is_asked()
    {
        using var set = await SendAsync(
            bea,
            SmallForm.Rule,
            await OpenAsync(bea, SmallForm.Rule),
            ("Form.Threshold", "5")
        );
        var mine = await OpenAsync(ada, SmallForm.Rule);
        await admins.Database.RunAsync("update alarm_rules set threshold = 7");

        using var reset = await ada.PostAsync(
            "/admin/alerts/rules?handler=Reset",
            PersonOffice.Filled(mine, SmallForm.Rule.Form)
        );

        var chooser = await PersonOffice.RefusedAsync(reset, HttpStatusCode.Conflict);
        Assert.Equal(
            ["2 s", "7 s"],
            chooser.QuerySelectorAll(".side .value").Select(value => value.TextContent)
        );
        using var chosen = await ChooseAsync(ada, SmallForm.Rule, chooser, "mine", "");
        Assert.Equal(0, await admins.Database.AskAsync<long>("select count(*) from alarm_rules"));
    }

    [Fact]
    public async Task Roles_and_people_are_asked_and_put_back_as_lists()
    {
        var (hers, mine) = (
            await OpenAsync(bea, SmallForm.Switch),
            await OpenAsync(ada, SmallForm.Switch)
        );
        using var first = await SendAsync(
            bea,
            SmallForm.Switch,
            hers,
            ("Form.Roles", "Staff"),
            ("Form.People", "manager@example.test")
        );
        using var second = await SendAsync(
            ada,
            SmallForm.Switch,
            mine,
            ("Form.Roles", "Admin"),
            ("Form.Roles", "Manager"),
            ("Form.People", "Staff@example.test, BEA@example.test")
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
            ada,
            SmallForm.Switch,
            chooser,
            ("Choice[Form.Roles]", "theirs"),
            ("Choice[Form.People]", "theirs")
        );
        var trail = await ada.GetPageAsync("/admin/audit?table=feature_switches");
        foreach (var back in trail.QuerySelectorAll("button[form=put-back]"))
        {
            using var put = await ada.PostAsync(
                back.GetAttribute("formaction")!,
                ("change", back.GetAttribute("value")!)
            );
            Assert.Equal(HttpStatusCode.Redirect, put.StatusCode);
        }

        Assert.Equal(
            "Manager Admin 2",
            await admins.Database.AskAsync<string>(
                "select array_to_string(roles, ' ') || ' ' || cardinality(people) from feature_switches"
            )
        );
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_manager_sees_in_the_trail_what_was_given_up_and_puts_nothing_back(
        string table
    )
    {
        var form = Of(table);
        var mine = await OpenAsync(ada, form);
        await admins.Database.RunAsync(form.Save);
        using var second = await SendAsync(ada, form, mine, (form.Field, form.Mine));
        using var chosen = await ChooseAsync(
            ada,
            form,
            await Visitor.ParseAsync(second),
            "theirs",
            ""
        );
        var button = (await ada.GetPageAsync($"/admin/audit?table={table}")).QuerySelector(
            "button[form=put-back]"
        )!;
        using var manager = await admins.App.SignInAsync(UserRole.Manager);

        var trail = await manager.GetPageAsync($"/admin/audit?table={table}");
        using var put = await manager.PostAsync(
            button.GetAttribute("formaction")!,
            ("change", button.GetAttribute("value")!)
        );

        Assert.Contains("gave up", trail.QuerySelector("#audit-list")!.TextContent, Ordinal);
        Assert.Null(trail.QuerySelector("button[form=put-back]"));
        Assert.Equal(HttpStatusCode.Forbidden, put.StatusCode);
    }

    static SmallForm Of(string table) => SmallForm.All.Single(form => form.Table == table);

    static (string, string) Key() => ("__Key", Guid.CreateVersion7().ToString());

    static Task<IHtmlDocument> OpenAsync(Visitor who, SmallForm form) =>
        who.GetPageAsync(form.Page);

    Task<string?> StoredAsync(SmallForm form) => admins.Database.AskAsync<string>(form.Stored);

    static Task<HttpResponseMessage> SendAsync(
        Visitor who,
        SmallForm form,
        IParentNode page,
        params (string Name, string Value)[] typed
    ) =>
        who.PostAsync(
            page.QuerySelector(Selector(form, page))!.GetAttribute("action")!,
            PersonOffice.Filled(page, Selector(form, page), typed)
        );

    static Task<HttpResponseMessage> ChooseAsync(
        Visitor who,
        SmallForm form,
        IParentNode page,
        string pick,
        string edited
    ) =>
        SendAsync(
            who,
            form,
            page,
            ($"Choice[{form.Field}]", pick),
            ($"Edited[{form.Field}]", edited)
        );

    static string Selector(SmallForm form, IParentNode page) =>
        page.QuerySelector("form[data-conflict]") is null ? form.Form : "form[data-conflict]";
}
