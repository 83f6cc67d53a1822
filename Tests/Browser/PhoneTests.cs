using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>At the width of a phone. Pressed with clicks: a tap on a busy machine becomes a long press.</summary>
public class PhoneTests(TestPostgres postgres, Chromium chromium) : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task A_person_is_edited_in_place_under_the_thumb()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var sam = await ColleagueAsync(UserRole.Staff, Phone());
        await sam.Page.Locator($"[data-row='{amira.Id}'] [data-open]").ClickAsync();

        await sam.Page.GetByLabel("Edit contact").ClickAsync();
        await sam.Page.FillAsync("#Email", "amira@example.org");
        await sam.PressAsync("Save changes");

        await Expect(sam.Page.Locator("[data-part=Email]")).ToHaveTextAsync("amira@example.org");
        // Shown is not saved yet: taken back, it would be a form again.
        await Expect(sam.Page.Locator("[data-pending]")).ToHaveCountAsync(0);
        await Expect(sam.Page.Locator("[data-part=Email]")).ToHaveTextAsync("amira@example.org");
        Assert.False(
            await sam.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")
        );
    }

    [Fact]
    public async Task Several_are_picked_and_archived()
    {
        await HireAsync("Amira Yilmaz");
        await HireAsync("Ben Okafor");
        var cleo = await HireAsync("Cleo Meier");
        var mia = await ColleagueAsync(UserRole.Manager, Phone());
        await mia.IsLiveAsync();

        foreach (var name in new[] { "Amira Yilmaz", "Ben Okafor" })
            await mia.Page.GetByLabel("Select " + name).ClickAsync();
        await Expect(mia.Page.Locator("[data-count]")).ToHaveTextAsync("2 selected");
        await mia.PressAsync("Archive");

        await Expect(mia.Page.Locator("[data-row]")).ToHaveCountAsync(1);
        await Expect(mia.Page.Locator($"[data-row='{cleo.Id}']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_rooms_stand_at_the_lower_edge_and_the_menu_opens()
    {
        var sam = await ColleagueAsync(UserRole.Staff, Phone());

        var bar = await sam.Page.Locator(".rail").BoundingBoxAsync();
        Assert.Equal(844, bar!.Y + bar.Height, 1.0);
        Assert.Equal(390, bar.Width, 1.0);
        await sam.Page.Locator(".person-button").ClickAsync();
        await sam.Page.GetByText("Where you are signed in").ClickAsync();
        await sam.Page.WaitForURLAsync("**/account/sessions");
        await sam.Page.Locator(".rail").GetByText("Team").ClickAsync();
        await sam.Page.WaitForURLAsync("**/team");
    }

    [Fact]
    public async Task What_has_the_focus_of_the_keyboard_is_seen()
    {
        await HireAsync("Amira Yilmaz");
        var mia = await ColleagueAsync(UserRole.Manager, Phone());
        var all = mia.Page.GetByLabel("Select all on this page");
        await Expect(all).Not.ToBeInViewportAsync(new() { Ratio = 1 });

        await mia.Page.Locator("#team-list .card > header .menu summary").FocusAsync();
        await mia.Page.Keyboard.PressAsync("Tab");

        await Expect(all).ToBeFocusedAsync();
        await Expect(all).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Fact]
    public async Task A_number_is_called_from_the_list()
    {
        await HireAsync("Amira Yilmaz", "+4915123456701");
        var sam = await ColleagueAsync(UserRole.Staff, Phone());

        await Expect(sam.Page.Locator("[data-row] .tel"))
            .ToHaveAttributeAsync("href", "tel:+4915123456701");
    }

    [Fact]
    public async Task However_much_can_be_put_back_the_sentence_of_the_history_is_read()
    {
        var amira = await HireAsync("Amira Yilmaz");
        await Database.RunAsync(
            $"""
            update employees set email = 'amira@example.org', phone = '+4915123456701', employment = 'Student',
              notes = 'x', opening_hours = 12, last_worked_on = '2026-01-02', always_needed = true where id = '{amira.Id}'
            """
        );
        var mia = await ColleagueAsync(UserRole.Manager, Phone());
        await mia.Page.GotoAsync($"/team/{amira.Id}/history");

        var line = mia.Page.Locator(".history li").First;
        await Expect(line.Locator(".actions button")).Not.ToHaveCountAsync(0);
        Assert.InRange((await line.Locator("p").BoundingBoxAsync())!.Width, 260, 390);
    }
}
