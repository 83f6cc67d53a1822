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
            "0 0 2 0",
            await office.Database.AskAsync<string>(
                $"select concat_ws(' ', added, updated, unchanged, rejected) from imports where id = '{again}'"
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
