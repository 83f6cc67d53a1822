using System.Net;
using static System.StringComparison;

namespace StaffDashboard.Tests.Web.Pages.Team.Person;

public sealed class ConflictTests(PersonOffice office) : IClassFixture<PersonOffice>
{
    [Fact]
    public async Task Different_fields_of_two_people_are_both_kept_and_it_is_said()
    {
        var person = await office.AddAsync("Amira Yilmaz");
        var address = $"/team/{person.Id}/contact";
        var page = await office.Staff.GetPageAsync(address);
        await office.ChangeAsync(person.Id, p => p.Email = "tom@example.org");

        using var answer = await office.Staff.PostAsync(
            address,
            PersonOffice.Filled(page, PersonOffice.Form, ("Name", "Amira Y."))
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
            PersonOffice.Filled(
                page,
                PersonOffice.Form,
                ("Name", "Mine"),
                ("Email", "typed@example.org")
            )
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
            PersonOffice.Filled(chooser, PersonOffice.Form, ("Choice[Name]", choice))
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
            PersonOffice.Filled(page, PersonOffice.Form, ("Name", "Mine"))
        );
        var chooser = await PersonOffice.RefusedAsync(stale, HttpStatusCode.Conflict);
        using var chosen = await office.Staff.PostAsync(
            address,
            PersonOffice.Filled(chooser, PersonOffice.Form)
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
        var chooser = await office.AskedAsync(person.Id, "Mine", "Theirs");

        using var chosen = await office.Staff.PostAsync(
            $"/team/{person.Id}/contact",
            PersonOffice.Filled(
                chooser,
                PersonOffice.Form,
                ("Choice[Name]", pick),
                ("Edited[Name]", edited)
            )
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
    public async Task What_was_typed_where_nothing_stood_is_kept_as_given_up_too()
    {
        var person = await office.AddAsync("Ann");
        var page = await office.Manager.GetPageAsync($"/team/{person.Id}/notes");
        await office.ChangeAsync(person.Id, p => p.Notes = "Theirs");
        using var stale = await office.Manager.PostAsync(
            $"/team/{person.Id}/notes",
            PersonOffice.Filled(page, PersonOffice.Form, ("Notes", "Mine"))
        );
        var chooser = await PersonOffice.RefusedAsync(stale, HttpStatusCode.Conflict);

        using var chosen = await office.Manager.PostAsync(
            $"/team/{person.Id}/notes",
            PersonOffice.Filled(chooser, PersonOffice.Form, ("Choice[Notes]", "theirs"))
        );

        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Contains("given-up Mia Manager notes", await office.TrailAsync(person.Id));
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
                PersonOffice.Form,
                ("Email", $"r{round}@example.org")
            );
            var right = PersonOffice.Filled(
                await office.Manager.GetPageAsync(notes),
                PersonOffice.Form,
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
}
