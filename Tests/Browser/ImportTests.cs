using Microsoft.Playwright;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class ImportTests(TestPostgres postgres, Chromium chromium) : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task A_list_goes_through_every_step_and_its_people_are_offered_to_the_other()
    {
        await HireAsync("Ben Okafor");
        var mia = await ColleagueAsync(UserRole.Manager);
        var sam = await ColleagueAsync(UserRole.Staff);
        await sam.IsLiveAsync();

        await mia.Page.GotoAsync("/team/import");
        await mia.Page.SetInputFilesAsync(
            "#File",
            new FilePayload
            {
                Name = "team.csv",
                MimeType = "text/csv",
                Buffer = [.. "Name;Phone\nAmira Yilmaz;0151 2345 6701\nCleo Meier;"u8],
            }
        );
        await mia.PressAsync("Upload the list");
        await mia.PressAsync("Check 2 lines");
        await mia.PressAsync("Save 2 people");
        await Expect(mia.Page.Locator(".banner.good")).ToContainTextAsync("2 people added");

        await Expect(sam.Page.Locator(".offer")).ToHaveTextAsync("2 new people · show");
        await sam.Page.Locator(".offer").ClickAsync();
        await Expect(sam.Page.Locator("[data-open]"))
            .ToHaveTextAsync(["Amira Yilmaz", "Ben Okafor", "Cleo Meier"]);
        Assert.Empty(mia.Complaints);
    }

    [Fact]
    public async Task A_wide_list_scrolls_in_its_own_box_and_not_the_page()
    {
        await Database.RunAsync(
            "insert into clients (id, name, kind, contacts, postal_address, invoice_address, notes) values (gen_random_uuid(), 'Wide Ltd', 'Company', '{}', '', '', 'Ring once')"
        );
        var mia = await ColleagueAsync(UserRole.Manager);
        await mia.Page.SetViewportSizeAsync(1280, 800);
        await mia.Page.GotoAsync("/clients/import");
        await mia.Page.SetInputFilesAsync(
            "#File",
            new FilePayload
            {
                Name = "clients.csv",
                MimeType = "text/csv",
                Buffer =
                [
                    .. """
                    Name;Kind;Phone;E-mail;Contacts;Postal address;Invoice address;Hourly rate;Notes
                    Wide Ltd;Company;030 555 0100;buchhaltung.veranstaltungen@spreeterrassen-berlin.example.org;Anna Berg, Event manager, 0151 2345 6701, anna.berg@spreeterrassen-berlin.example.org | Ben Okafor, Door;Uferstraße 14, 10243 Berlin;Postfach 100 200, 10243 Berlin;29,50;Deliveries by the back entrance only, ring twice
                    """u8,
                ],
            }
        );
        await mia.PressAsync("Upload the list");
        await mia.PressAsync("Check 1 line");
        await Expect(mia.Page.GetByRole(AriaRole.Region, new() { Name = "as a table" }))
            .ToHaveAttributeAsync("tabindex", "0");

        Assert.Equal(
            0,
            await mia.Page.EvaluateAsync<int>(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
        );
        Assert.True(
            await mia.Page.EvaluateAsync<bool>(
                "document.querySelector('.scroll').getBoundingClientRect().right <= document.documentElement.clientWidth"
            )
        );
        Assert.Empty(mia.Complaints);
    }
}
