using System.Net;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team.Person;

/// <summary>Somebody is archived or erased while their form is open.</summary>
public sealed class MeanwhileTests(PersonOffice office) : IClassFixture<PersonOffice>
{
    [Fact]
    public async Task Somebody_archived_meanwhile_is_saved_only_after_a_word()
    {
        var person = await office.AddAsync("Start");
        var address = $"/team/{person.Id}/contact";
        var page = await office.Staff.GetPageAsync(address);
        await office.ChangeAsync(person.Id, p => p.Archive(TimeProvider.System));

        using var answer = await office.Staff.PostAsync(
            address,
            PersonOffice.Filled(page, PersonOffice.Form, ("Name", "Kept"))
        );
        var again = await PersonOffice.RefusedAsync(answer, HttpStatusCode.Conflict);
        Assert.Contains(
            "Tom Maier archived this person",
            again.QuerySelector(".banner")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Kept", again.QuerySelector("#Name")!.GetAttribute("value"));
        using var sure = await office.Staff.PostAsync(
            address,
            PersonOffice.Filled(again, PersonOffice.Form)
        );

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
            PersonOffice.Filled(page, PersonOffice.Form, ("Name", "Kept"))
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

    [Fact]
    public async Task An_open_form_is_told_who_has_archived_the_person()
    {
        var person = await office.AddAsync("Start");
        var form = await office.Staff.GetPageAsync($"/team/{person.Id}/contact?part=form");
        var address = form.QuerySelector("[role=status][data-live]")!.GetAttribute("hx-get")!;
        await office.ChangeAsync(person.Id, p => p.Archive(TimeProvider.System));

        var told = await ToldAsync(address);
        var since = await office.Staff.GetPageAsync($"/team/{person.Id}/contact?part=form");
        var known = await ToldAsync(
            since.QuerySelector("[role=status][data-live]")!.GetAttribute("hx-get")!
        );

        Assert.Contains("Tom Maier has just archived this person.", told, StringComparison.Ordinal);
        Assert.Equal("", known.Trim());
    }

    [Fact]
    public async Task An_open_form_is_told_which_field_a_colleague_has_changed_to_what()
    {
        var person = await office.AddAsync("Open Form", p => p.Email = "old@example.org");
        var form = await office.Staff.GetPageAsync($"/team/{person.Id}/contact?part=form");
        var address = form.QuerySelector("[role=status][data-live]")!.GetAttribute("hx-get")!;
        Assert.Equal("", (await ToldAsync(address)).Trim());

        await office.ChangeAsync(person.Id, p => (p.Email, p.Notes) = ("new@example.org", "x"));
        var told = await ToldAsync(address);
        await office.ChangeAsync(person.Id, p => p.Email = "old@example.org");

        Assert.Contains(
            "Tom Maier has just changed e-mail to new@example.org.",
            told,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("notes", told, StringComparison.Ordinal);
        Assert.Equal("", (await ToldAsync(address)).Trim());
    }

    [Fact]
    public async Task Staff_is_not_notified_of_fields_they_may_not_edit()
    {
        var person = await office.AddAsync("Secret Rate");
        var start = await StartAsync(office.Manager, $"/team/{person.Id}/hours?part=form");
        await office.ChangeAsync(person.Id, p => p.HourlyRate = 99);

        using var refused = await office.Staff.GetAsync(
            $"/team/{person.Id}/hours?handler=Meanwhile&start={start}"
        );
        var told = await ToldAsync($"/team/{person.Id}/contact?handler=Meanwhile&start={start}");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("", told.Trim());
    }

    [Fact]
    public async Task The_address_of_an_open_form_says_nothing_of_what_stands_in_it()
    {
        var person = await office.AddAsync("Short Phone", p => p.Email = "a@b.example");
        var form = $"/team/{person.Id}/contact?part=form";

        var first = await StartAsync(office.Staff, form);
        var second = await StartAsync(office.Staff, form);

        Assert.DoesNotContain("Phone", first, StringComparison.OrdinalIgnoreCase);
        // A hash that anybody can make would be the same once more, and tell what it is a hash of.
        Assert.NotEqual(first, second);
        foreach (var forged in new[] { "", "Phone:00000000", first[..^4] + "AAAA" })
            Assert.Equal("", (await ToldAsync(Address(form, forged))).Trim());
    }

    static string Address(string form, string start) =>
        form.Replace("part=form", $"handler=Meanwhile&start={start}", StringComparison.Ordinal);

    static async Task<string> StartAsync(Visitor visitor, string form)
    {
        var page = await visitor.GetPageAsync(form);
        var address = page.QuerySelector("[role=status][data-live]")!.GetAttribute("hx-get")!;
        return address.Split("start=")[1];
    }

    async Task<string> ToldAsync(string address) =>
        (await office.Staff.GetPageAsync(address)).Body!.TextContent;
}
