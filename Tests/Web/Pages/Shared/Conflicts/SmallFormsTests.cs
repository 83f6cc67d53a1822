using System.Net;
using AngleSharp.Dom;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team.Person;
using static System.StringComparison;

namespace StaffDashboard.Tests.Web.Pages.Shared.Conflicts;

/// <summary>Two Admins at one rule of the alarms, one switch, the settings of the report, one problem report.</summary>
public sealed class SmallFormsTests(TwoAdmins admins) : SmallFormHours(admins)
{
    public static TheoryData<string, string> Choices =>
        new(
            from form in SmallForm.All
            from pick in (string[])["mine", "theirs", "edit"]
            select (form.Table, pick)
        );

    [Theory]
    [MemberData(nameof(Choices))]
    public async Task The_second_of_two_chooses_and_what_was_given_up_is_put_back_by_one_button(
        string table,
        string pick
    )
    {
        var form = Of(table);
        var (hers, mine) = (await OpenAsync(Bea, form), await OpenAsync(Ada, form));
        using var first = await SendAsync(Bea, form, hers, (form.Field, form.Theirs));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        var theirs = await StoredAsync(form);

        using var second = await SendAsync(Ada, form, mine, (form.Field, form.Mine));

        var chooser = await PersonOffice.RefusedAsync(second, HttpStatusCode.Conflict);
        Assert.Equal(
            [form.MineShown, form.TheirsShown],
            chooser.QuerySelectorAll(".side .value").Select(value => value.TextContent)
        );
        Assert.Contains("Bea Keller", chooser.QuerySelector(".conflict")!.TextContent, Ordinal);
        Assert.Equal(theirs, await StoredAsync(form));

        using var chosen = await ChooseAsync(Ada, form, chooser, pick, form.Third);

        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        var kept = await StoredAsync(form);
        if (pick == "edit")
            Assert.Equal(form.ThirdStored, kept);
        else
            Assert.Equal(pick == "theirs", kept == theirs);
        var trail = await Ada.GetPageAsync($"/admin/audit?table={table}");
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
            using var put = await Ada.PostAsync(
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
        var (hers, mine) = (await OpenAsync(Bea, form), await OpenAsync(Ada, form));
        using var first = await SendAsync(Bea, form, hers, (form.Field, form.Theirs));
        var theirs = await StoredAsync(form);

        using var second = await SendAsync(Ada, form, mine, (form.Other.Name, form.Other.Value));

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Equal(theirs, await StoredAsync(form));
        Assert.Equal(form.Other.Value, await Admins.Database.AskAsync<string>(form.Other.Stored));
        var trail = await Ada.GetPageAsync($"/admin/audit?table={table}");
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
        var mine = await OpenAsync(Ada, form);
        await using var other = await Meeting.BeginAsync(Admins.Database, form.Save);

        using var answer = await other.MeetAsync(() =>
            SendAsync(Ada, form, mine, (form.Field, form.Mine), Key())
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
    public async Task Whoever_saves_what_is_so_already_is_told_that_nothing_changed(string table)
    {
        var form = Of(table);

        using var answer = await SendAsync(Ada, form, await OpenAsync(Ada, form));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var toast = (await Ada.GetPageAsync(answer.Headers.Location!.ToString())).QuerySelector(
            "#toasts .toast"
        )!;
        Assert.Contains("No changes to save", toast.TextContent, Ordinal);
        Assert.Equal(
            0,
            await Admins.Database.AskAsync<long>(
                $"select count(*) from audit_log where table_name = '{table}'"
            )
        );
    }

    [Fact]
    public async Task A_role_that_somebody_has_already_is_not_given_once_more()
    {
        var bea = await Admins.Database.AskAsync<Guid>(
            "select id from users where email = 'bea@example.test'"
        );

        using var answer = await Ada.PostAsync(
            $"/admin/users/{bea}?handler=Role",
            ("Role", "Admin")
        );

        var page = await Ada.GetPageAsync(answer.Headers.Location!.ToString());
        Assert.Contains("No changes to save", page.QuerySelector("#toasts")!.TextContent, Ordinal);
        Assert.Equal(
            0,
            await Admins.Database.AskAsync<long>(
                "select count(*) from audit_log where table_name = 'users'"
            )
        );
    }

    static (string, string) Key() => ("__Key", Guid.CreateVersion7().ToString());
}
