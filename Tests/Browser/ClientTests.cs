using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class ClientTests(TestPostgres postgres, Chromium chromium) : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task A_client_that_one_adds_and_changes_is_seen_by_the_other()
    {
        var mia = await ColleagueAsync(UserRole.Manager);
        var sam = await ColleagueAsync(UserRole.Staff);
        await sam.Page.GotoAsync("/clients");
        await sam.IsLiveAsync();
        await mia.Page.GotoAsync("/clients/new");
        await mia.Page.FillAsync("#Name", "Café Morgenrot");
        await mia.PressAsync("Add this client");
        await Expect(mia.Page.Locator("h1")).ToHaveTextAsync("Café Morgenrot");

        await Expect(sam.Page.Locator("[data-open]")).ToHaveTextAsync("Café Morgenrot");
        await sam.Page.ClickAsync("[data-open]");
        await Expect(sam.Page.Locator("#client-contact")).ToBeVisibleAsync();
        await sam.IsLiveAsync();
        await mia.Page.ClickAsync("#client-contact a:has-text('Edit')");
        await mia.Page.FillAsync("#Contacts", "Sofia Rossi, Owner, 0151 2345 6701");
        await mia.PressAsync("Save changes");

        await Expect(sam.Page.Locator("[data-part=Contacts] a"))
            .ToHaveAttributeAsync("href", "tel:+4915123456701");
        Assert.Empty(sam.Complaints);
        Assert.Empty(mia.Complaints);
    }
}
