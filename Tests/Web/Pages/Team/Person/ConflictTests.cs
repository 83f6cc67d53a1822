using System.Net;
using StaffDashboard.Tests.Support;
using static System.StringComparison;

namespace StaffDashboard.Tests.Web.Pages.Team.Person;

public sealed class ConflictTests(PersonOffice office) : IClassFixture<PersonOffice>
{
    const string Form = "main form.form";

    [Fact]
    public async Task Different_fields_of_two_people_are_both_kept_and_it_is_said()
    {
        var person = await office.AddAsync("Amira Yilmaz");
        var address = $"/team/{person.Id}/contact";
        var page = await office.Staff.GetPageAsync(address);
        await office.ChangeAsync(person.Id, p => p.Email = "tom@example.org");

        using var answer = await office.Staff.PostAsync(
            address,
            PersonOffice.Filled(page, Form, ("Name", "Amira Y."))
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var saved = await office.FindAsync(person.Id);
        Assert.Equal(("Amira Y.", "tom@example.org"), (saved.Name, saved.Email));
        var shown = await office.Staff.GetPageAsync($"/team/{person.Id}");
        Assert.Contains(
            "Tom Maier changed e-mail meanwhile; that was kept.",
            shown.QuerySelector("#toasts")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("mine", "Mine")]
    [InlineData("theirs", "Theirs")]
    public async Task The_same_field_is_chosen_by_the_second_and_nothing_is_lost(
        string choice,
        string name
    )
    {
        var person = await office.AddAsync("Start");
        var address = $"/team/{person.Id}/contact";
        var page = await office.Staff.GetPageAsync(address);
        await office.ChangeAsync(person.Id, p => p.Name = "Theirs");

        using var stale = await office.Staff.PostAsync(
            address,
            PersonOffice.Filled(page, Form, ("Name", "Mine"), ("Email", "typed@example.org"))
        );
        var chooser = await PersonOffice.RefusedAsync(stale, HttpStatusCode.Conflict);
        Assert.Equal("Theirs", (await office.FindAsync(person.Id)).Name);
        Assert.Equal(
            ["Name"],
            chooser.QuerySelectorAll("main fieldset legend").Select(l => l.TextContent)
        );
        Assert.Equal(
            ["Mine", "Theirs"],
            chooser.QuerySelectorAll(".side .value").Select(v => v.TextContent)
        );
        Assert.Contains(
            "Tom Maier",
            chooser.QuerySelectorAll(".side small")[1].TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(chooser.QuerySelector(".side time[datetime]"));

        using var chosen = await office.Staff.PostAsync(
            address,
            PersonOffice.Filled(chooser, Form, ("Choice[Name]", choice))
        );

        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        var saved = await office.FindAsync(person.Id);
        Assert.Equal((name, "typed@example.org"), (saved.Name, saved.Email));
    }

    [Fact]
    public async Task The_value_that_lost_stands_in_the_history_and_can_be_put_back()
    {
        var person = await office.AddAsync("Start");
        var address = $"/team/{person.Id}/contact";
        var page = await office.Staff.GetPageAsync(address);
        await office.ChangeAsync(person.Id, p => p.Name = "Theirs");
        using var stale = await office.Staff.PostAsync(
            address,
            PersonOffice.Filled(page, Form, ("Name", "Mine"))
        );
        var chooser = await PersonOffice.RefusedAsync(stale, HttpStatusCode.Conflict);
        using var chosen = await office.Staff.PostAsync(
            address,
            PersonOffice.Filled(chooser, Form)
        );

        var history = await office.Staff.GetPageAsync($"/team/{person.Id}/history");
        var button = history.QuerySelector(".history li button[name=change]")!;
        using var back = await office.Staff.PostAsync(
            $"/team/{person.Id}/history?handler=PutBack",
            ("change", button.GetAttribute("value")!)
        );

        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Equal("Theirs", (await office.FindAsync(person.Id)).Name);
    }

    [Theory]
    [InlineData("theirs", "", "Theirs")]
    [InlineData("edit", "A third", "A third")]
    public async Task What_was_typed_and_given_up_stands_in_the_trail_and_can_be_put_back(
        string pick,
        string edited,
        string kept
    )
    {
        var person = await office.AddAsync("Start");
        var chooser = await AskedAsync(person.Id, "Mine", "Theirs");

        using var chosen = await office.Staff.PostAsync(
            $"/team/{person.Id}/contact",
            PersonOffice.Filled(chooser, Form, ("Choice[Name]", pick), ("Edited[Name]", edited))
        );

        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Equal(kept, (await office.FindAsync(person.Id)).Name);
        Assert.Equal(
            "given-up Sam Staff name",
            (await office.TrailAsync(person.Id)).Single(line => line.StartsWith("given", Ordinal))
        );
        var history = await office.Staff.GetPageAsync($"/team/{person.Id}/history");
        var line = history.QuerySelector("#person-history li")!;
        Assert.Contains($"kept name at {kept}, gave up Mine", line.TextContent, Ordinal);
        using var back = await office.Staff.PostAsync(
            $"/team/{person.Id}/history?handler=PutBack",
            ("change", line.QuerySelector("button[name=change]")!.GetAttribute("value")!)
        );
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Equal("Mine", (await office.FindAsync(person.Id)).Name);
    }

    [Fact]
    public async Task The_result_is_shown_before_it_is_saved()
    {
        var person = await office.AddAsync("Start");
        var chooser = await AskedAsync(person.Id, "Mine", "Theirs");

        using var look = await office.Staff.PostAsync(
            $"/team/{person.Id}/contact",
            PersonOffice.Filled(
                chooser,
                Form,
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
            PersonOffice.Filled(shown, Form)
        );
        Assert.Equal("A third", (await office.FindAsync(person.Id)).Name);
    }

    [Fact]
    public async Task Something_else_that_is_not_in_order_is_refused_beside_it()
    {
        var person = await office.AddAsync("Start");
        var chooser = await AskedAsync(person.Id, "Mine", "Theirs");

        using var wrong = await office.Staff.PostAsync(
            $"/team/{person.Id}/contact",
            PersonOffice.Filled(
                chooser,
                Form,
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
            PersonOffice.Filled(page, Form, ("HourlyRate", "30"))
        );
        var chooser = await PersonOffice.RefusedAsync(stale, HttpStatusCode.Conflict);
        using var chosen = await office.Manager.PostAsync(
            address,
            PersonOffice.Filled(chooser, Form, ("Choice[HourlyRate]", "theirs"))
        );

        var mine = await office.Manager.GetPageAsync($"/team/{person.Id}/history");
        var others = await office.Staff.GetPageAsync($"/team/{person.Id}/history");
        Assert.Contains("gave up 30", mine.QuerySelector("#person-history")!.TextContent, Ordinal);
        Assert.DoesNotContain(
            "ourly rate",
            others.QuerySelector("#person-history")!.TextContent,
            Ordinal
        );
    }

    async Task<AngleSharp.Html.Dom.IHtmlDocument> AskedAsync(Guid id, string mine, string theirs)
    {
        var page = await office.Staff.GetPageAsync($"/team/{id}/contact");
        await office.ChangeAsync(id, p => p.Name = theirs);
        using var stale = await office.Staff.PostAsync(
            $"/team/{id}/contact",
            PersonOffice.Filled(page, Form, ("Name", mine))
        );
        return await PersonOffice.RefusedAsync(stale, HttpStatusCode.Conflict);
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
            PersonOffice.Filled(page, Form, ("Name", "Mine"))
        );
        var chooser = await PersonOffice.RefusedAsync(stale, HttpStatusCode.Conflict);
        await office.ChangeAsync(person.Id, p => p.Name = "A third", by: "Bea Keller");

        using var again = await office.Staff.PostAsync(
            address,
            PersonOffice.Filled(chooser, Form, ("Choice[Name]", "mine"))
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

    [Fact]
    public async Task Many_savers_of_different_fields_at_once_lose_nothing()
    {
        var person = await office.AddAsync("Start");
        var contact = $"/team/{person.Id}/contact";
        var notes = $"/team/{person.Id}/notes";
        for (var round = 0; round < 10; round++)
        {
            var left = PersonOffice.Filled(
                await office.Staff.GetPageAsync(contact),
                Form,
                ("Email", $"r{round}@example.org")
            );
            var right = PersonOffice.Filled(
                await office.Manager.GetPageAsync(notes),
                Form,
                ("Notes", $"round {round}")
            );

            var answers = await Task.WhenAll(
                office.Staff.PostAsync(contact, left),
                office.Manager.PostAsync(notes, right)
            );

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
            var saved = await office.FindAsync(person.Id);
            Assert.Equal(($"r{round}@example.org", $"round {round}"), (saved.Email, saved.Notes));
        }
    }

    [Fact]
    public async Task Somebody_archived_meanwhile_is_saved_only_after_a_word()
    {
        var person = await office.AddAsync("Start");
        var address = $"/team/{person.Id}/contact";
        var page = await office.Staff.GetPageAsync(address);
        await office.ChangeAsync(person.Id, p => p.Archive(TimeProvider.System));

        using var answer = await office.Staff.PostAsync(
            address,
            PersonOffice.Filled(page, Form, ("Name", "Kept"))
        );
        var again = await PersonOffice.RefusedAsync(answer, HttpStatusCode.Conflict);
        Assert.Contains(
            "Tom Maier archived this person",
            again.QuerySelector(".banner")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Kept", again.QuerySelector("#Name")!.GetAttribute("value"));
        using var sure = await office.Staff.PostAsync(address, PersonOffice.Filled(again, Form));

        Assert.Equal(HttpStatusCode.Redirect, sure.StatusCode);
        Assert.Equal("Kept", (await office.FindAsync(person.Id)).Name);
    }

    [Fact]
    public async Task Somebody_erased_meanwhile_is_said_and_what_was_typed_is_kept()
    {
        var person = await office.AddAsync("Start");
        var address = $"/team/{person.Id}/contact";
        var page = await office.Staff.GetPageAsync(address);
        using var erased = await office.Admin.PostAsync(
            $"/team/{person.Id}/erase",
            ("Confirmation", "Start")
        );

        using var answer = await office.Staff.PostAsync(
            address,
            PersonOffice.Filled(page, Form, ("Name", "Kept"))
        );

        var again = await PersonOffice.RefusedAsync(answer, HttpStatusCode.Conflict);
        Assert.Contains(
            "was erased",
            again.QuerySelector(".banner")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Kept", again.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.Null(again.QuerySelector("main form.form button"));
    }
}
