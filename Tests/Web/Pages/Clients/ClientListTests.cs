using System.Net;
using StaffDashboard.Data.Clients;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Clients;

public sealed class ClientListTests(ClientOffice office) : IClassFixture<ClientOffice>
{
    [Theory]
    [InlineData("?q=anna+list", "List One")]
    [InlineData("?q=0170+555+01", "List Two")]
    [InlineData("?q=list&kind=Person", "List Two")]
    [InlineData("?q=list&archived=1", "List Gone")]
    [InlineData("?q=list&sort=name-desc", "List Two|List One")]
    public async Task What_is_looked_for_is_found(string query, string names)
    {
        if (
            await office.Database.AskAsync<long>(
                "select count(*) from clients where name like 'List %'"
            ) == 0
        )
        {
            await office.AddAsync("List One", c => c.Contacts = ["Anna List, Owner"]);
            await office.AddAsync(
                "List Two",
                c =>
                {
                    c.Kind = ClientKind.Person;
                    c.Phone = "+4917055501";
                }
            );
            await office.AddAsync("List Gone", c => c.Archive(TimeProvider.System));
        }

        var page = await office.Staff.GetPageAsync("/clients" + query);

        Assert.Equal(
            names.Split('|'),
            page.QuerySelectorAll("[data-open]").Select(link => link.TextContent)
        );
    }

    [Theory]
    [InlineData("zoë", "Zoe Quast, Buyer · +49 30 5551234")]
    [InlineData("5551234", "Zoe Quast, Buyer · +49 30 5551234")]
    [InlineData("found", null)]
    [InlineData("found person", null)]
    public async Task A_row_says_why_it_was_found_where_it_does_not_show_it(
        string search,
        string? line
    )
    {
        var client = await office.AddAsync(
            "Found Ltd",
            c => (c.Kind, c.Contacts) = (ClientKind.Person, ["Zoe Quast, Buyer, +49305551234"])
        );

        var page = await office.Staff.GetPageAsync($"/clients?q={Uri.EscapeDataString(search)}");

        Assert.Equal(line, page.QuerySelector($"[data-row='{client.Id}'] .found-by")?.TextContent);
    }

    [Fact]
    public async Task Many_are_archived_at_once_and_come_back_by_undo()
    {
        var (one, two) = (await office.AddAsync("Bulk One"), await office.AddAsync("Bulk Two"));
        using var answer = await office.Manager.PostAsync(
            "/clients/bulk",
            ("ids", $"{one.Id}"),
            ("ids", $"{two.Id}"),
            ("Action", "Archive")
        );
        var list = await office.Manager.GetPageAsync(answer.Headers.Location!.ToString());
        var undo = list.QuerySelector("#toasts form")!.GetAttribute("action")!;
        Assert.Contains(
            "Archived 2 clients",
            list.QuerySelector("#toasts")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull((await office.FindAsync(one.Id)).ArchivedAt);

        using var undone = await office.Manager.PostAsync(undo);

        Assert.Equal("/clients", undone.Headers.Location!.ToString());
        Assert.Null((await office.FindAsync(one.Id)).ArchivedAt);
        Assert.Null((await office.FindAsync(two.Id)).ArchivedAt);
        Assert.Equal("update Mia Manager archived_at", (await office.HistoryAsync(two.Id))[^1]);
    }

    [Theory]
    [InlineData("", "Active")]
    [InlineData("&archived=1", "Archived")]
    public async Task The_status_of_every_client_is_said(string query, string status)
    {
        await office.AddAsync("Status One");
        await office.AddAsync("Status Two", c => c.Archive(TimeProvider.System));

        var page = await office.Staff.GetPageAsync("/clients?q=status" + query);

        Assert.Equal(status, page.QuerySelector("td[data-shown=state]")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_palette_finds_clients_beside_people()
    {
        var client = await office.AddAsync("Palette Partners");

        var page = await office.Staff.GetPageAsync("/find?q=palette");

        Assert.NotNull(page.QuerySelector($".found a[href='/clients/{client.Id}']"));
    }

    [Fact]
    public async Task What_was_done_to_a_client_is_found_in_the_audit_log_by_its_name()
    {
        var client = await office.AddAsync("Audited Partners");

        var page = await office.Manager.GetPageAsync("/admin/audit?person=audited");

        Assert.Contains(
            "added Audited Partners",
            Assert.Single(page.QuerySelectorAll("#audit-list li")).TextContent,
            StringComparison.Ordinal
        );
        Assert.NotEmpty(await office.HistoryAsync(client.Id));
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_sees_any()
    {
        using var stranger = office.App.Stranger();
        using var answer = await stranger.GetAsync("/clients");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
