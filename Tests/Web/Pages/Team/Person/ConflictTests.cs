using System.Net;
using StaffDashboard.Tests.Support;

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
