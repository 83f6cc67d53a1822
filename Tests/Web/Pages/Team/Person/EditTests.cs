using System.Net;
using System.Text.Json;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team.Person;

public sealed class EditTests(PersonOffice office) : IClassFixture<PersonOffice>
{
    [Fact]
    public async Task A_section_is_saved_and_recorded_without_script()
    {
        var person = await office.AddAsync("Amira Yilmaz");
        var address = $"/team/{person.Id}/contact";
        var page = await office.Staff.GetPageAsync(address);

        using var answer = await office.Staff.PostAsync(
            address,
            PersonOffice.Filled(
                page,
                PersonOffice.Form,
                ("Phone", "0151 7778 8810"),
                ("Email", "amira@example.org")
            )
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var shown = await office.Staff.GetPageAsync($"/team/{person.Id}");
        Assert.Equal(
            "+49 1517 7788810",
            shown.QuerySelector("#person-contact [data-part=Phone]")!.TextContent
        );
        Assert.Contains(
            $"Saved phone and e-mail of {person.Name}",
            shown.QuerySelector("#toasts")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("update Sam Staff email,phone", (await office.TrailAsync(person.Id))[^1]);
    }

    [Fact]
    public async Task Only_a_label_that_the_heading_says_already_is_hidden()
    {
        var person = await office.AddAsync("Lara Label");

        var hours = await office.Manager.GetPageAsync($"/team/{person.Id}/hours");
        var notes = await office.Manager.GetPageAsync($"/team/{person.Id}/notes");

        Assert.Null(hours.QuerySelector("label[for=OpeningHours].hidden"));
        Assert.NotNull(hours.QuerySelector("label[for=OpeningHours]"));
        Assert.NotNull(notes.QuerySelector("label[for=Notes].hidden"));
    }

    [Fact]
    public async Task Saving_what_stands_there_leaves_no_line_in_the_trail()
    {
        var person = await office.AddAsync("Ben Okafor", p => p.Notes = "One line\nand one more");
        var address = $"/team/{person.Id}/notes";
        var page = await office.Manager.GetPageAsync(address);
        var before = await office.TrailAsync(person.Id);

        using var answer = await office.Manager.PostAsync(
            address,
            PersonOffice.Filled(page, PersonOffice.Form, ("Notes", "One line\r\nand one more"))
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(before, await office.TrailAsync(person.Id));
        var shown = await office.Manager.GetPageAsync($"/team/{person.Id}");
        Assert.Contains(
            "No changes to save.",
            shown.QuerySelector("#toasts")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_change_that_somebody_else_made_first_is_not_answered_as_saved()
    {
        var person = await office.AddAsync("Kira Sand");
        var address = $"/team/{person.Id}/notes";
        var page = await office.Manager.GetPageAsync(address);
        await office.ChangeAsync(person.Id, p => p.Notes = "Only at night");
        var before = await office.TrailAsync(person.Id);

        using var answer = await office.Manager.PostAsync(
            address,
            PersonOffice.Filled(page, PersonOffice.Form, ("Notes", "Only at night"))
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(before, await office.TrailAsync(person.Id));
        var shown = await office.Manager.GetPageAsync($"/team/{person.Id}");
        Assert.Contains(
            "Nothing to save: notes is already Only at night.",
            shown.QuerySelector("#toasts")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_value_changed_in_place_comes_alone_and_touches_nothing_else()
    {
        var person = await office.AddAsync("Cem Arslan", p => p.HaveSkills(["bar", "English"]));

        using var answer = await office.Manager.PostAsync(
            $"/team/{person.Id}/work",
            ("AlwaysNeeded", "true"),
            ("Was[AlwaysNeeded]", "false")
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var shown = await office.Manager.GetPageAsync($"/team/{person.Id}");
        Assert.Equal(
            "bar, English",
            shown.QuerySelector("[name='Was[Skills]']")!.GetAttribute("value")
        );
        Assert.Equal("update Mia Manager always_needed", (await office.TrailAsync(person.Id))[^1]);
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_what_was_typed_is_kept()
    {
        var person = await office.AddAsync("Chiara Rossi");
        var address = $"/team/{person.Id}/contact";
        var page = await office.Staff.GetPageAsync(address);

        using var answer = await office.Staff.PostAsync(
            address,
            PersonOffice.Filled(page, PersonOffice.Form, ("Name", " "), ("Phone", "twelve"))
        );

        var again = await PersonOffice.RefusedAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Enter a name.", again.QuerySelector("[data-error-for=Name]")!.TextContent);
        Assert.StartsWith(
            "Enter a phone number with its country code",
            again.QuerySelector("[data-error-for=Phone]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("twelve", again.QuerySelector("#Phone")!.GetAttribute("value"));
        Assert.Equal("true", again.QuerySelector("#Phone")!.GetAttribute("aria-invalid"));
        Assert.Equal("Chiara Rossi", (await office.FindAsync(person.Id)).Name);
    }

    [Fact]
    public async Task A_number_of_somebody_active_is_refused_with_a_link_to_them()
    {
        var holder = await office.AddAsync("Dmitri Petrov");
        var person = await office.AddAsync("Elif Demir");
        var address = $"/team/{person.Id}/contact";
        var page = await office.Staff.GetPageAsync(address);

        using var answer = await office.Staff.PostAsync(
            address,
            PersonOffice.Filled(page, PersonOffice.Form, ("Phone", holder.Phone!))
        );

        var again = await PersonOffice.RefusedAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Contains(
            "Dmitri Petrov",
            again.QuerySelector("[data-error-for=Phone]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(again.QuerySelector($"[data-warn-for=Phone] a[href='/team/{holder.Id}']"));
    }

    [Fact]
    public async Task A_field_that_was_left_is_answered_alone()
    {
        var archived = await office.AddAsync("Farid Haddad", p => p.Archive(TimeProvider.System));
        var person = await office.AddAsync("Greta Lind");
        var check = $"/team/{person.Id}/contact?handler=Check";

        using var phone = await office.Staff.PostAsync(
            check,
            ("field", "Phone"),
            ("Name", "Greta Lind"),
            ("Phone", archived.Phone!)
        );
        using var name = await office.Staff.PostAsync(
            check,
            ("field", "Name"),
            ("Name", "FARID HADDAD")
        );
        using var email = await office.Staff.PostAsync(
            check,
            ("field", "Email"),
            ("Name", "Greta"),
            ("Email", "nonsense")
        );

        var (error, warning) = await ReadAsync(phone);
        Assert.Null(error);
        Assert.Contains($"/team/{archived.Id}", warning, StringComparison.Ordinal);
        (error, warning) = await ReadAsync(name);
        Assert.Null(error);
        Assert.Contains("There is another Farid Haddad", warning, StringComparison.Ordinal);
        (error, warning) = await ReadAsync(email);
        Assert.Equal("Enter an e-mail address like name@example.com.", error);
        Assert.Null(warning);
    }

    [Theory]
    [InlineData("work")]
    [InlineData("hours")]
    [InlineData("notes")]
    [InlineData("account")]
    public async Task Staff_is_refused_what_is_a_managers_affair(string section)
    {
        var person = await office.AddAsync("Hugo Marin");
        var address = $"/team/{person.Id}/{section}";

        using var form = await office.Staff.GetAsync(address);
        using var save = await office.Staff.PostAsync(
            address,
            ("Notes", "mine"),
            ("HourlyRate", "99")
        );

        Assert.Equal(HttpStatusCode.Forbidden, form.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, save.StatusCode);
        Assert.Single(await office.TrailAsync(person.Id));
    }

    [Fact]
    public async Task In_place_the_form_and_the_saved_section_come_alone()
    {
        var person = await office.AddAsync("Ines Carvalho");
        var form = await office.Manager.GetPageAsync($"/team/{person.Id}/hours?part=form");
        Assert.NotNull(form.QuerySelector("body > section#person-hours form"));

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/team/{person.Id}/hours");
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("RequestVerificationToken", await office.Manager.TokenAsync());
        request.Content = new FormUrlEncodedContent(
            PersonOffice
                .Filled(form, "form", ("HourlyRate", "17,50"))
                .ToDictionary(f => f.Name, f => f.Value)
        );
        using var answer = await office.Manager.Http.SendAsync(
            request,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var saved = await Visitor.ParseAsync(answer);
        Assert.Equal(
            "€\u00A017.50",
            saved.QuerySelector("body > section#person-hours [data-part=HourlyRate]")!.TextContent
        );
        Assert.Contains(
            "Saved hourly rate of Ines Carvalho",
            answer.Headers.GetValues("HX-Trigger").Single(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("contact")]
    [InlineData("work")]
    [InlineData("hours")]
    [InlineData("notes")]
    [InlineData("account")]
    public async Task Every_section_has_its_form_alone_and_as_a_page(string section)
    {
        var person = await office.AddAsync("Kim Every");
        var address = $"/team/{person.Id}/{section}";

        var page = await office.Manager.GetPageAsync(address);
        var alone = await office.Manager.GetPageAsync(address + "?part=form");

        Assert.Equal(
            page.QuerySelectorAll($"#person-{section} [name]").Select(c => c.GetAttribute("name")),
            alone.QuerySelectorAll($"#person-{section} [name]").Select(c => c.GetAttribute("name"))
        );
        Assert.NotNull(page.QuerySelector("main h1"));
    }

    [Fact]
    public async Task A_section_that_does_not_exist_is_not_found()
    {
        var person = await office.AddAsync("Jonas Berg");

        using var answer = await office.Manager.GetAsync($"/team/{person.Id}/salary");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    static async Task<(string? Error, string? Warning)> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (
            json.RootElement.GetProperty("error").GetString(),
            json.RootElement.GetProperty("warning").GetString()
        );
    }

    [Theory]
    [InlineData("true", HttpStatusCode.Conflict)]
    [InlineData("maybe", HttpStatusCode.UnprocessableEntity)]
    public async Task A_press_on_somebody_archived_meanwhile_is_told_so(
        string value,
        HttpStatusCode status
    )
    {
        var person = await office.AddAsync("Ann");
        await office.ChangeAsync(person.Id, p => p.Archive(TimeProvider.System));

        using var pressed = await office.Manager.PostAsync(
            $"/team/{person.Id}/work",
            ("AlwaysNeeded", value),
            ("Was[AlwaysNeeded]", "false")
        );

        Assert.Equal(status, pressed.StatusCode);
        Assert.False((await office.FindAsync(person.Id)).AlwaysNeeded);
    }
}
