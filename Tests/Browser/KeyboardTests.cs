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

        // Done with what was picked, the keyboard goes on in the list.
        await bea.Page.Keyboard.PressAsync("x");
        await bea.Page.Locator("[data-clear]").PressAsync("Enter");
        await Expect(bea.Page.Locator("[data-pick]")).ToBeFocusedAsync();
        await bea.Page.Keyboard.PressAsync("Enter");
        await bea.Page.WaitForURLAsync($"**/team/{amira.Id}");
    }

    [Fact]
    public async Task Escape_clears_the_selection_and_leaves_a_form()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var bea = await ColleagueAsync(UserRole.Manager);
        await bea.IsLiveAsync();
        await bea.Page.Keyboard.PressAsync("j");
        await bea.Page.Keyboard.PressAsync("x");
        await Expect(bea.Page.Locator("#bulk")).ToBeVisibleAsync();

        // The first closes the menu, and the selection stays.
        await bea.Page.Keyboard.PressAsync("b");
        await bea.Page.Keyboard.PressAsync("Enter");
        await Expect(bea.Page.Locator("#bulk .menu[open]")).ToHaveCountAsync(1);
        await bea.Page.Keyboard.PressAsync("Escape");
        await Expect(bea.Page.Locator("#bulk .menu[open]")).ToHaveCountAsync(0);
        await Expect(bea.Page.Locator("#bulk")).ToBeVisibleAsync();
        await bea.Page.Keyboard.PressAsync("Escape");
        await Expect(bea.Page.Locator("#bulk")).ToBeHiddenAsync();
        await Expect(bea.Page.Locator("[data-pick]")).ToBeFocusedAsync();

        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await bea.IsLiveAsync();
        await bea.Page.Locator($"a[href='/team/{amira.Id}/notes']").PressAsync("Enter");
        await bea.Page.FillAsync("#Notes", "Speaks Turkish");
        await bea.Page.Locator("#Notes").PressAsync("Escape");

        await Expect(bea.Page.Locator("#Notes")).ToHaveCountAsync(0);
        await bea.IsToldAsync("What you typed was discarded.");
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
    public async Task What_is_wrong_has_the_focus()
    {
        var mia = await ColleagueAsync(UserRole.Manager);
        await mia.Page.GotoAsync("/team/new");
        await mia.Page.FillAsync("#Name", "Amira Yilmaz");
        await mia.Page.FillAsync("#Phone", "12");
        await mia.Page.Locator("#Phone").PressAsync("Enter");
        await Expect(mia.Page.Locator("#Phone")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(mia.Page.Locator("#Phone")).ToBeFocusedAsync();

        await mia.Page.GotoAsync("/admin/work-roles");
        await mia.Page.FillAsync("#Name", "x");
        await mia.Page.FillAsync("#Name", "");
        await mia.Page.Locator("#Name").PressAsync("Enter");
        await Expect(mia.Page.Locator("#Name")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(mia.Page.Locator("#Name")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_question_mark_lists_the_shortcuts()
    {
        var bea = await ColleagueAsync(UserRole.Staff);
        await bea.IsLiveAsync();

        await bea.Page.Keyboard.PressAsync("?");

        await Expect(bea.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog)).ToBeVisibleAsync();
        await bea.Page.Keyboard.PressAsync("Escape");

        // A dialog that a menu opened gives the focus back to the menu.
        var menu = bea.Page.Locator(".person-button");
        await menu.PressAsync("Enter");
        await bea.Page.Locator(".menu-item[data-report-problem]").PressAsync("Enter");
        await Expect(bea.Page.Locator("#report-comment")).ToBeFocusedAsync();
        await bea.Page.Keyboard.PressAsync("Escape");
        await Expect(menu).ToBeFocusedAsync();
    }
}
