using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>The pointer is never touched.</summary>
public class KeyboardTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task A_person_is_found_and_changed_with_the_keyboard_alone()
    {
        await HireAsync("Ben Okafor");
        var amira = await HireAsync("Amira Yilmaz");
        var bea = await ColleagueAsync(UserRole.Manager);
        await bea.IsLiveAsync();

        await bea.Page.Keyboard.PressAsync("/");
        await bea.Page.Keyboard.TypeAsync("amira");
        await Expect(bea.Page.Locator("[data-row]")).ToHaveCountAsync(1);
        await bea.Page.Keyboard.PressAsync("ArrowDown");
        await bea.Page.Keyboard.PressAsync("Enter");
        await bea.Page.WaitForURLAsync($"**/team/{amira.Id}");
    }

    [Fact]
    public async Task The_palette_goes_to_a_person()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var bea = await ColleagueAsync(UserRole.Staff);
        await bea.IsLiveAsync();

        await bea.Page.Keyboard.PressAsync("Control+k");
        await bea.Page.Keyboard.TypeAsync("yilmas");
        await Expect(
                bea.Page.GetByRole(
                    Microsoft.Playwright.AriaRole.Option,
                    new() { NameRegex = new("Amira") }
                )
            )
            .ToBeVisibleAsync();
        await bea.Page.Keyboard.PressAsync("Enter");

        await bea.Page.WaitForURLAsync($"**/team/{amira.Id}");
    }

    [Fact]
    public async Task The_question_mark_lists_the_shortcuts()
    {
        var bea = await ColleagueAsync(UserRole.Staff);
        await bea.IsLiveAsync();

        await bea.Page.Keyboard.PressAsync("?");

        await Expect(bea.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog)).ToBeVisibleAsync();
    }
}
