using System.Diagnostics;
using Microsoft.Playwright;
using StaffDashboard.Bench.Bytes;
using StaffDashboard.Bench.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Bench.Faults;

/// <summary>Somebody at the page of one person, who presses the same switch again and again.</summary>
sealed class OneBrowser(IPlaywright driver, IBrowser browser, IPage page) : IAsyncDisposable
{
    const string Switch = "[form=always-needed][name=AlwaysNeeded]";
    const float Patience = 120_000;

    internal static async Task<OneBrowser> OpenAsync(Uri address)
    {
        SetDefaultExpectTimeout(Patience);
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = await Lighthouse.UnpackAsync(),
                Args = ["--no-sandbox", "--headless=new", "--disable-gpu"],
            }
        );
        var page = await browser.NewPageAsync(new() { BaseURL = address.ToString() });
        await page.GotoAsync("/account/sign-in");
        await page.FillAsync("input[name=Email]", Ground.Email);
        await page.FillAsync("input[name=Password]", Ground.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/team");
        return new(driver, browser, page);
    }

    /// <summary>The request is on its way when its node dies.</summary>
    internal async Task<TimeSpan> SaveThroughDeathAsync(TwoNodes office, Guid person)
    {
        await LookAtAsync(person);
        office.Line.BlackHole();
        await page.ClickAsync(Switch);
        await Expect(page.Locator("[data-pending]").First).ToBeVisibleAsync();
        var began = Stopwatch.GetTimestamp();
        office.KillFirst();
        office.Line.Mend();
        await Expect(page.Locator("[data-pending]")).ToHaveCountAsync(0);
        var took = Stopwatch.GetElapsedTime(began);
        await office.ReplaceAsync();
        return took;
    }

    internal async Task<TimeSpan> SendQueueAsync(TwoNodes office, Guid person, TimeSpan away)
    {
        await LookAtAsync(person);
        office.Line.Cut();
        for (var press = 0; press < 5; press++)
            await page.ClickAsync(Switch);
        await Task.Delay(away);
        await Expect(page.Locator("[data-pending]").First).ToBeVisibleAsync();
        var began = Stopwatch.GetTimestamp();
        office.Line.Mend();
        await Expect(page.Locator("[data-pending]")).ToHaveCountAsync(0);
        return Stopwatch.GetElapsedTime(began);
    }

    async Task LookAtAsync(Guid person)
    {
        await page.GotoAsync($"/team/{person}");
        await Expect(page.Locator("#pill")).ToContainTextAsync("Live");
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        driver.Dispose();
    }
}
