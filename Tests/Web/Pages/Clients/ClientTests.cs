using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Parser;
using StaffDashboard.Data.Clients;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team.Person;

namespace StaffDashboard.Tests.Web.Pages.Clients;

public sealed class ClientTests(ClientOffice office) : IClassFixture<ClientOffice>
{
    [Fact]
    public async Task Everything_that_was_typed_is_saved_and_recorded()
    {
        var page = await office.Manager.GetPageAsync("/clients/new");

        using var answer = await office.Manager.PostAsync(
            "/clients/new",
            PersonOffice.Filled(
                page,
                "#new-client",
                ("Name", "  Spreeterrassen GmbH "),
                ("Kind", "Company"),
                ("Phone", "030 555 0100"),
                ("Email", "office@example.org"),
                ("Contacts", "Anna Berg, Owner, 0151 2345 6701\r\nBen Okafor"),
                ("PostalAddress", "Uferstraße 14\r\n10243 Berlin"),
                ("InvoiceAddress", ""),
                ("HourlyRate", "29,50"),
                ("Notes", "Back entrance")
            )
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var address = answer.Headers.Location!.ToString();
        var client = await office.FindAsync(Guid.Parse(address["/clients/".Length..]));
        Assert.Equal(
            ("Spreeterrassen GmbH", "+49305550100", 29.5m, "Uferstraße 14\n10243 Berlin"),
            (client.Name, client.Phone, client.HourlyRate, client.PostalAddress)
        );
        Assert.Equal(["Anna Berg, Owner, +4915123456701", "Ben Okafor"], client.Contacts);
        Assert.StartsWith(
            "insert Mia Manager",
            Assert.Single(await office.HistoryAsync(client.Id)),
            StringComparison.Ordinal
        );
        var shown = await office.Staff.GetPageAsync(address);
        Assert.Equal("Spreeterrassen GmbH", shown.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            ["tel:+4915123456701"],
            shown.QuerySelectorAll("[data-part=Contacts] a").Select(a => a.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nothing_is_lost()
    {
        var page = await office.Manager.GetPageAsync("/clients/new");

        using var answer = await office.Manager.PostAsync(
            "/clients/new",
            PersonOffice.Filled(
                page,
                "#new-client",
                ("Email", "nobody"),
                ("Contacts", "0151 2345 6701"),
                ("Notes", "Remember")
            )
        );

        var again = await PersonOffice.RefusedAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Enter a name.", again.QuerySelector("#Name-error")!.TextContent);
        Assert.StartsWith(
            "Enter an e-mail address",
            again.QuerySelector("#Email-error")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Contacts, line 1:",
            again.QuerySelector("#Contacts-error")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Remember", again.QuerySelector("#Notes")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_second_at_the_same_field_chooses_and_what_was_given_up_can_be_put_back()
    {
        var client = await office.AddAsync("Twice", c => c.Email = "first@example.org");
        var address = $"/clients/{client.Id}/contact";
        var mia = await office.Manager.GetPageAsync(address);
        var sam = await office.Staff.GetPageAsync(address);
        using var saved = await office.Manager.PostAsync(
            address,
            PersonOffice.Filled(mia, PersonOffice.Form, ("Email", "mia@example.org"))
        );
        using var stale = await office.Staff.PostAsync(
            address,
            PersonOffice.Filled(sam, PersonOffice.Form, ("Email", "sam@example.org"))
        );
        var asked = await PersonOffice.RefusedAsync(stale, HttpStatusCode.Conflict);
        // Kept in memory from now on, until something is announced.
        await office.Staff.GetPageAsync($"/clients/{client.Id}/history");

        using var kept = await office.Staff.PostAsync(
            address,
            PersonOffice.Filled(asked, "[data-conflict]", ("Choice[Email]", "theirs"))
        );

        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal("mia@example.org", (await office.FindAsync(client.Id)).Email);
        var history = await office.Staff.GetPageAsync($"/clients/{client.Id}/history");
        var button = history.QuerySelector("button[form=put-back]")!.GetAttribute("value")!;
        using var back = await office.Staff.PostAsync(
            $"/clients/{client.Id}/history?handler=PutBack",
            ("change", button)
        );
        Assert.Equal("sam@example.org", (await office.FindAsync(client.Id)).Email);
        Assert.Equal(
            ["given-up Sam Staff email", "update Sam Staff email"],
            (await office.HistoryAsync(client.Id))[^2..]
        );
    }

    [Fact]
    public async Task Staff_reads_no_rate_wherever_it_might_stand()
    {
        var client = await office.AddAsync("Secret Rate", c => c.HourlyRate = 31.25m);
        using var billing = await office.Staff.GetAsync($"/clients/{client.Id}/billing");
        using var part = await office.Staff.GetAsync($"/clients/{client.Id}?part=billing");
        using var file = await office.Staff.GetAsync("/clients/export.csv");
        var shown = await office.Staff.GetPageAsync($"/clients/{client.Id}");
        var history = await office.Staff.GetPageAsync($"/clients/{client.Id}/history");

        Assert.Equal(HttpStatusCode.Forbidden, billing.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, part.StatusCode);
        foreach (
            var text in new[]
            {
                await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                shown.Source.Text,
                history.Source.Text,
            }
        )
            Assert.DoesNotContain("31.25", text, StringComparison.Ordinal);
        var forManager = await office.Manager.GetPageAsync($"/clients/{client.Id}");
        Assert.Equal(
            "€\u00A031.25",
            forManager.QuerySelector("[data-part=HourlyRate]")!.TextContent.Trim()
        );
    }

    [Fact]
    public async Task Where_a_client_is_not_the_page_speaks_of_clients_and_leads_to_them()
    {
        using var client = await office.Staff.GetAsync($"/clients/{Guid.CreateVersion7()}");
        using var person = await office.Staff.GetAsync($"/team/{Guid.CreateVersion7()}/history");
        using var mistyped = await office.Staff.GetAsync("/clients/nothing");

        Assert.Equal(
            ("Client not found", "This client does not exist, or was erased.", "/clients"),
            await NotFoundAsync(client)
        );
        Assert.Equal(
            ("Person not found", "This person does not exist, or was erased.", "/team"),
            await NotFoundAsync(person)
        );
        Assert.Equal(
            ("Page not found", "The address may be mistyped, or the page was removed.", "/clients"),
            await NotFoundAsync(mistyped)
        );
    }

    [Fact]
    public async Task Contacts_are_shown_as_they_were_understood_before_they_are_saved()
    {
        using var answer = await office.Manager.PostAsync(
            "/clients/new?handler=Check",
            ("field", "Contacts"),
            ("Contacts", "Event manager, Anna <Berg>, 030 5551234")
        );

        var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(JsonValueKind.Null, told.GetProperty("error").ValueKind);
        var shown = new HtmlParser().ParseDocument(told.GetProperty("warning").GetString()!);
        Assert.Equal(
            "Name: Event manager · role: Anna <Berg> · phone: +49 30 5551234",
            shown.QuerySelector("li")!.TextContent
        );
    }

    [Fact]
    public async Task Invoices_go_to_the_postal_address_where_there_is_no_other()
    {
        var one = await office.AddAsync("One Address", c => c.PostalAddress = "Kai 3");
        var two = await office.AddAsync("Two Addresses", c => c.InvoiceAddress = "Postfach 4");

        var same = await office.Staff.GetPageAsync($"/clients/{one.Id}");
        var other = await office.Staff.GetPageAsync($"/clients/{two.Id}");

        Assert.Equal(
            "Same as postal address",
            same.QuerySelector("[data-part=InvoiceAddress]")!.TextContent.Trim()
        );
        Assert.Equal(
            "Postfach 4",
            other.QuerySelector("[data-part=InvoiceAddress]")!.TextContent.Trim()
        );
        Assert.Equal("", other.QuerySelector("[data-part=PostalAddress]")!.InnerHtml);
    }

    [Fact]
    public async Task The_head_says_what_kind_of_client_it_is_and_whom_to_call()
    {
        var client = await office.AddAsync(
            "Headed",
            c => (c.Kind, c.Phone) = (ClientKind.Person, "+49305551234")
        );

        var head = (await office.Staff.GetPageAsync($"/clients/{client.Id}")).QuerySelector(
            "#client-head"
        )!;

        Assert.Equal("Private person", head.QuerySelector("[data-part=kind]")!.TextContent);
        Assert.Equal(
            "tel:+49305551234",
            head.QuerySelector("a[data-part=phone]")!.GetAttribute("href")
        );
    }

    [Fact]
    public async Task The_rate_is_shown_in_the_currency_of_the_office_and_exported_as_a_number()
    {
        var client = await office.AddAsync("Dear Ltd", c => c.HourlyRate = 14.5m);
        var address = $"/clients/{client.Id}/billing";

        var form = await office.Manager.GetPageAsync(address);
        Assert.Equal("Hourly rate (€)", form.QuerySelector("label[for=HourlyRate]")!.TextContent);
        Assert.Equal("14.5", form.QuerySelector("#HourlyRate")!.GetAttribute("value"));
        using var saved = await office.Manager.PostAsync(
            address,
            PersonOffice.Filled(form, PersonOffice.Form, ("HourlyRate", "16"))
        );
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await office.Manager.GetPageAsync($"/clients/{client.Id}");
        var history = await office.Manager.GetPageAsync($"/clients/{client.Id}/history");
        using var file = await office.Manager.GetAsync("/clients/export.csv?q=dear");

        Assert.Equal(
            "€\u00A016.00",
            page.QuerySelector("[data-part=HourlyRate]")!.TextContent.Trim()
        );
        Assert.Equal("€\u00A014.50", history.QuerySelector("del")!.TextContent);
        Assert.Contains(
            ",Hourly rate,",
            await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Contains(
            ",16,",
            await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Another_currency_is_shown_where_the_office_has_it()
    {
        await using var app = await OfficeApp.StartAsync(
            office.Database,
            settings: ("StaffDashboard:Currency", "chf")
        );
        using var manager = await app.SignInAsync(UserRole.Manager);
        var client = await office.AddAsync("Bern Ltd", c => c.HourlyRate = 14.5m);
        var address = $"/clients/{client.Id}/billing";
        var form = await manager.GetPageAsync(address);

        manager.Http.DefaultRequestHeaders.Add("HX-Request", "true");
        using var saved = await manager.PostAsync(
            address,
            PersonOffice.Filled(form, PersonOffice.Form, ("HourlyRate", "1600"))
        );
        var section = await Visitor.ParseAsync(saved);
        var audit = await manager.GetPageAsync("/admin/audit?person=bern");

        Assert.Equal("Hourly rate (CHF)", form.QuerySelector("label[for=HourlyRate]")!.TextContent);
        Assert.Equal(
            "CHF\u00A01600.00",
            section.QuerySelector("[data-part=HourlyRate]")!.TextContent.Trim()
        );
        Assert.Equal("CHF\u00A014.50", audit.QuerySelector("del")!.TextContent);
    }

    [Fact]
    public async Task Staff_adds_archives_and_erases_none()
    {
        var client = await office.AddAsync("Kept");
        foreach (
            var address in new[]
            {
                "/clients/new",
                "/clients/bulk",
                $"/clients/{client.Id}?handler=Archive",
                $"/clients/{client.Id}/erase",
                "/clients/import",
            }
        )
        {
            using var answer = await office.Staff.PostAsync(address, ("ids", $"{client.Id}"));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
        Assert.Null((await office.FindAsync(client.Id)).ArchivedAt);
    }

    [Fact]
    public async Task An_erased_client_leaves_no_word_in_the_row_or_the_history()
    {
        var client = await office.AddAsync(
            "Forget Me Ltd",
            c =>
            {
                c.Contacts = ["Anna Berg"];
                c.Notes = "Secret";
                c.PostalAddress = "Somewhere 1";
            }
        );
        var page = await office.Admin.GetPageAsync($"/clients/{client.Id}/erase");
        using var answer = await office.Admin.PostAsync(
            $"/clients/{client.Id}/erase",
            ("Confirmation", "Forget Me Ltd")
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("Contacts", page.Body!.TextContent, StringComparison.Ordinal);
        var left = await office.Database.AskAsync<string>(
            $"select to_jsonb(c)::text || (select string_agg(diff::text, ' ') from audit_log where row_id = '{client.Id}') from clients c where id = '{client.Id}'"
        );
        foreach (var word in (string[])["Forget Me", "forget me", "Anna", "Secret", "Somewhere"])
            Assert.DoesNotContain(word, left, StringComparison.Ordinal);
        using var gone = await office.Staff.GetAsync($"/clients/{client.Id}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    static async Task<(string, string, string)> NotFoundAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await Visitor.ParseAsync(answer);
        return (
            page.QuerySelector("h1")!.TextContent,
            page.QuerySelector("h1 + p")!.TextContent,
            page.QuerySelector("a.btn.primary")!.GetAttribute("href")!
        );
    }
}
