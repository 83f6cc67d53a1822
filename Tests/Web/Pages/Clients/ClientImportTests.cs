using System.Net;
using System.Text;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team.Imports;

namespace StaffDashboard.Tests.Web.Pages.Clients;

public sealed class ClientImportTests : IClassFixture<ImportOffice>
{
    readonly ImportOffice office;

    public ClientImportTests(ImportOffice office)
    {
        this.office = office;
        office.List = "/clients";
    }

    [Fact]
    public async Task A_list_comes_in_is_exported_and_changes_nothing_when_it_comes_in_again()
    {
        var id = await office.UploadAsync(
            "Kunde;Art;Telefon;Ansprechpartner;Rechnungsadresse",
            "Import One;Firma;030 555 0101;Anna Berg, Owner, anna@example.org | Ben Okafor;Kai 3",
            "Import Two;Privat;;;"
        );
        await office.CheckAsync(
            id,
            fields: ["Name", "Kind", "Phone", "Contacts", "InvoiceAddress"]
        );
        await office.SaveAsync(id);
        Assert.Equal(
            "+49305550101 Anna Berg, Owner, anna@example.org+Ben Okafor Kai 3",
            await office.Database.AskAsync<string>(
                "select phone || ' ' || array_to_string(contacts, '+') || ' ' || invoice_address from clients where name = 'Import One' and kind = 'Company'"
            )
        );
        using var export = await office.Manager.GetAsync("/clients/export.csv");
        var file = await export.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var again = await office.UploadAsync(Encoding.UTF8.GetBytes(file));
        await office.CheckAsync(
            again,
            fields:
            [
                "Name",
                "Kind",
                "Phone",
                "Email",
                "Contacts",
                "PostalAddress",
                "InvoiceAddress",
                "HourlyRate",
                "Notes",
            ]
        );

        Assert.Equal(
            "0 0 t",
            await office.Database.AskAsync<string>(
                $"select concat_ws(' ', added, updated, unchanged > 1) from imports where id = '{again}'"
            )
        );
    }

    [Fact]
    public async Task A_name_is_the_same_without_capitals_and_of_two_with_it_none_is_guessed()
    {
        await office.Database.RunAsync(
            "insert into clients (id, name, kind, contacts, postal_address, invoice_address, notes) select gen_random_uuid(), n, 'Company', '{}', '', '', '' from unnest('{Hôtel Adler,Twin,TWIN}'::text[]) n"
        );
        var id = await office.UploadAsync(
            "Name;Phone",
            "hotel adler;030 555 0102",
            "twin;030 555 0103"
        );
        await office.CheckAsync(id, fields: ["Name", "Phone"]);

        Assert.Equal(
            "0 1 1",
            await office.Database.AskAsync<string>(
                $"select concat_ws(' ', added, updated, rejected) from imports where id = '{id}'"
            )
        );
        Assert.StartsWith(
            "Name: several clients are called so.",
            await office.Database.AskAsync<string>(
                $"select problem from import_rows where import_id = '{id}' and problem is not null"
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_line_with_the_name_of_an_archived_client_says_that_it_adds_a_second_one()
    {
        await office.Database.RunAsync(
            "insert into clients (id, name, kind, contacts, postal_address, invoice_address, notes, archived_at) select gen_random_uuid(), 'Café Gone', 'Company', '{}', '', '', '', now()"
        );
        var id = await office.UploadAsync("Name;Phone", "cafe gone;030 555 0104");
        await office.CheckAsync(id, fields: ["Name", "Phone"]);

        var page = await office.Manager.GetPageAsync($"/clients/import/{id}");

        Assert.Equal(
            "Café Gone is archived. Saving adds a second one.",
            page.QuerySelector("tbody .warn")!.TextContent.Trim()
        );
    }

    [Fact]
    public async Task An_erased_client_is_taken_out_of_files_of_clients_with_its_contacts_and_out_of_no_others()
    {
        var client = Guid.CreateVersion7();
        await office.Database.RunAsync(
            $"insert into clients (id, name, kind, contacts, postal_address, invoice_address, notes) values ('{client}', 'Freelance', 'Company', array['Zora Quill, Owner, +4917055509999'], '', '', '')"
        );
        var ours = await office.UploadAsync(
            "Name;Contacts",
            "Other Ltd;Zora Quill, Owner",
            "Third Ltd;Ben, 0170 555 09999",
            "Fourth Ltd;Cleo, Owner"
        );
        office.List = "/team";
        var team = await office.UploadAsync("Name;Employment", "Somebody;Freelance");
        await office.Database.RunAsync(
            $"select set_config('app.user_role', 'Admin', false); select erase_record('clients', '{client}', 'Erased client', array['kind'])"
        );

        Assert.Equal(
            "Fourth Ltd Somebody",
            await office.Database.AskAsync<string>(
                $"select string_agg(cells[1], ' ' order by cells[1]) from import_rows where import_id in ('{ours}', '{team}')"
            )
        );
    }

    [Fact]
    public async Task An_import_of_clients_is_not_there_under_the_address_of_the_team()
    {
        var id = await office.UploadAsync("Name", "Only Clients");

        using var there = await office.Manager.GetAsync($"/clients/import/{id}/columns");
        using var elsewhere = await office.Manager.GetAsync($"/team/import/{id}/columns");

        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }
}
