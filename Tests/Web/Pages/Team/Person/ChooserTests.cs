using System.Net;
using static System.StringComparison;

namespace StaffDashboard.Tests.Web.Pages.Team.Person;

/// <summary>Whoever is asked, until they have chosen.</summary>
public sealed class ChooserTests(PersonOffice office) : IClassFixture<PersonOffice>
{
    [Fact]
    public async Task The_result_is_shown_before_it_is_saved()
    {
        var person = await office.AddAsync("Start");
        var chooser = await office.AskedAsync(person.Id, "Mine", "Theirs");

        using var look = await office.Staff.PostAsync(
            $"/team/{person.Id}/contact",
            PersonOffice.Filled(
                chooser,
                PersonOffice.Form,
                ("Choice[Name]", "edit"),
                ("Edited[Name]", "A third"),
                ("Preview", "true")
            )
        );
        var shown = await PersonOffice.RefusedAsync(look, HttpStatusCode.Conflict);

        Assert.Equal("A third", shown.QuerySelector("[data-result=Name]")!.TextContent);
        Assert.Equal(
            ["Mine", "Theirs"],
            shown.QuerySelectorAll(".side .value").Select(v => v.TextContent)
        );
        Assert.Equal("Theirs", (await office.FindAsync(person.Id)).Name);
        using var saved = await office.Staff.PostAsync(
            $"/team/{person.Id}/contact",
            PersonOffice.Filled(shown, PersonOffice.Form)
        );
        Assert.Equal("A third", (await office.FindAsync(person.Id)).Name);
    }

    [Fact]
    public async Task Something_else_that_is_not_in_order_is_refused_beside_it()
    {
        var person = await office.AddAsync("Start");
        var chooser = await office.AskedAsync(person.Id, "Mine", "Theirs");

        using var wrong = await office.Staff.PostAsync(
            $"/team/{person.Id}/contact",
            PersonOffice.Filled(
                chooser,
                PersonOffice.Form,
                ("Choice[Name]", "edit"),
                ("Edited[Name]", new string('x', 500))
            )
        );

        var again = await PersonOffice.RefusedAsync(wrong, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("at most", again.QuerySelector("#Name-chosen-error")!.TextContent, Ordinal);
        Assert.Equal(
            ["Mine", "Theirs"],
            again.QuerySelectorAll(".side .value").Select(v => v.TextContent)
        );
    }

    [Fact]
    public async Task What_only_managers_may_know_leaves_no_line_of_a_choice_for_Staff()
    {
        var person = await office.AddAsync("Start", p => p.HourlyRate = 10);
        var address = $"/team/{person.Id}/hours";
        var page = await office.Manager.GetPageAsync(address);
        await office.ChangeAsync(person.Id, p => p.HourlyRate = 20);
        using var stale = await office.Manager.PostAsync(
            address,
            PersonOffice.Filled(page, PersonOffice.Form, ("HourlyRate", "30"))
        );
        var chooser = await PersonOffice.RefusedAsync(stale, HttpStatusCode.Conflict);
        using var chosen = await office.Manager.PostAsync(
            address,
            PersonOffice.Filled(chooser, PersonOffice.Form, ("Choice[HourlyRate]", "theirs"))
        );

        var mine = await office.Manager.GetPageAsync($"/team/{person.Id}/history");
        var others = await office.Staff.GetPageAsync($"/team/{person.Id}/history");
        Assert.Contains(
            "gave up €\u00A030.00",
            mine.QuerySelector("#person-history")!.TextContent,
            Ordinal
        );
        Assert.DoesNotContain(
            "ourly rate",
            others.QuerySelector("#person-history")!.TextContent,
            Ordinal
        );
    }

    [Fact]
    public async Task A_third_change_while_choosing_is_asked_about_again()
    {
        var person = await office.AddAsync("Start");
        var address = $"/team/{person.Id}/contact";
        var page = await office.Staff.GetPageAsync(address);
        await office.ChangeAsync(person.Id, p => p.Name = "Theirs");
        using var stale = await office.Staff.PostAsync(
            address,
            PersonOffice.Filled(page, PersonOffice.Form, ("Name", "Mine"))
        );
        var chooser = await PersonOffice.RefusedAsync(stale, HttpStatusCode.Conflict);
        await office.ChangeAsync(person.Id, p => p.Name = "A third", by: "Bea Keller");

        using var again = await office.Staff.PostAsync(
            address,
            PersonOffice.Filled(chooser, PersonOffice.Form, ("Choice[Name]", "mine"))
        );

        var second = await PersonOffice.RefusedAsync(again, HttpStatusCode.Conflict);
        Assert.Contains(
            "A third",
            second.QuerySelectorAll(".side .value")[1].TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Bea Keller",
            second.QuerySelector(".banner")!.TextContent,
            StringComparison.Ordinal
        );
    }
}
