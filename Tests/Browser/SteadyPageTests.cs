using Microsoft.Playwright;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>Nothing moves under the pointer, and nothing covers what is to be pressed.</summary>
public class SteadyPageTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task A_row_that_is_gone_keeps_its_place_under_the_pointer_until_it_is_asked_for()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var ben = await HireAsync("Ben Okafor");
        var sam = await ColleagueAsync(UserRole.Staff);
        await sam.IsLiveAsync();
        var row = sam.Page.Locator($"[data-row='{ben.Id}']");
        await row.HoverAsync();
        var before = await YOfAsync(row);

        await ArchiveAsync(amira.Id);

        await Expect(sam.Page.Locator(".offer")).ToHaveTextAsync("1 change · show");
        await Expect(sam.Page.Locator($"[data-row='{amira.Id}']")).ToHaveClassAsync("gone");
        Assert.Equal(before, await YOfAsync(row));
        await sam.Page.Locator(".offer").ClickAsync();
        await Expect(sam.Page.Locator("[data-row]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_alarm_comes_and_goes_without_moving_the_page()
    {
        await HireAsync("Amira Yilmaz");
        var mia = await ColleagueAsync(UserRole.Manager);
        await mia.IsLiveAsync();
        var (title, banner) = (mia.Page.Locator("h1"), mia.Page.Locator("#alarm-banner"));
        var before = await YOfAsync(title);

        await Database.RunAsync(
            """
            insert into alarms (id, rule, subject, opened_at, value, threshold, tellings, was_silent)
            values (uuidv7(), 'latency', 'saving', now(), 3.4, 2, 1, false)
            """
        );
        await Expect(banner).ToBeInViewportAsync();
        Assert.Equal(before, await YOfAsync(title));
        await Database.RunAsync("update alarms set closed_at = now()");
        await Expect(banner).ToBeHiddenAsync();
        Assert.Equal(before, await YOfAsync(title));
    }

    [Fact]
    public async Task The_search_keeps_its_place_when_the_pill_says_more()
    {
        var sam = await ColleagueAsync(UserRole.Staff);
        await sam.IsLiveAsync();
        var find = sam.Page.Locator(".find");
        var before = (await find.BoundingBoxAsync())!.X;
        var narrow = (await sam.Page.Locator("#pill").BoundingBoxAsync())!.Width;

        await sam.Page.EvaluateAsync(
            "document.querySelector('#pill').append('  · 3 waiting · data 5 minutes ago')"
        );

        Assert.True((await sam.Page.Locator("#pill").BoundingBoxAsync())!.Width > narrow + 50);
        Assert.Equal(before, (await find.BoundingBoxAsync())!.X);
    }

    [Fact]
    public async Task An_error_toast_does_not_cover_the_button_and_goes_away()
    {
        var amira = await HireAsync("Amira Yilmaz");
        // A list longer than the window: the bar lies over its lower edge, where toasts are, too.
        await Database.RunAsync(
            "insert into employees (id, name, skills, employment, always_needed, opening_hours, notes) select uuidv7(), 'Person ' || i, '{}', 'FullTime', false, 0, '' from generate_series(1, 30) i"
        );
        var mia = await ColleagueAsync(UserRole.Manager);
        await mia.Page.Clock.InstallAsync();
        await mia.Page.ReloadAsync();
        await mia.IsLiveAsync();
        await mia.Page.CheckAsync($"[data-row='{amira.Id}'] [data-pick]");
        await mia.Page.ClickAsync("#bulk summary:has-text('Skill')");

        await mia.PressAsync("Add skill");

        var toast = mia.Page.Locator(".toast.bad");
        await Expect(toast).ToContainTextAsync("Enter one skill");
        await Expect(mia.Page.Locator("#bulk [name=Skill]")).ToBeFocusedAsync();
        var (word, bar) = (
            (await toast.BoundingBoxAsync())!,
            (await mia.Page.Locator("#bulk .menu[open] > div").BoundingBoxAsync())!
        );
        Assert.True(word.Y + word.Height <= bar.Y, $"{word.Y} + {word.Height} covers {bar.Y}");
        // Where the pointer rests when a toast appears it reads nothing.
        await mia.Page.Mouse.MoveAsync(word.X + word.Width / 2, word.Y + 10);
        await mia.Page.Locator(".toast .close").PressAsync("Enter");
        await mia.Page.EvaluateAsync(
            "document.dispatchEvent(new CustomEvent('toast', { detail: { text: 'Under the pointer', kind: 'bad' } }))"
        );
        await Expect(toast).ToHaveCountAsync(1);
        // A browser says so of a pointer that has not moved, too.
        await toast.DispatchEventAsync("pointerenter");
        await mia.Page.Clock.FastForwardAsync("00:13");
        await Expect(toast).ToHaveCountAsync(0);
    }

    async Task ArchiveAsync(Guid id) =>
        await Database.RunAsync($"update employees set archived_at = now() where id = '{id}'");

    static async Task<double> YOfAsync(ILocator element) => (await element.BoundingBoxAsync())!.Y;
}
