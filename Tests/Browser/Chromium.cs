using Microsoft.Playwright;
using StaffDashboard.Tests.Browser;
using StaffDashboard.Tests.Support;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace StaffDashboard.Tests.Browser;

/// <summary>One real browser for the whole run, out of the npm package; started by the first test that asks.</summary>
public sealed class Chromium : IAsyncDisposable
{
    static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--headless=new",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> running = new(StartAsync);

    public async Task<IBrowser> BrowserAsync() => (await running.Value).Browser;

    public async ValueTask DisposeAsync()
    {
        if (!running.IsValueCreated)
            return;
        var (driver, browser) = await running.Value;
        await browser.DisposeAsync();
        driver.Dispose();
    }

    static async Task<(IPlaywright, IBrowser)> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(
            new() { ExecutablePath = await UnpackAsync(), Args = Arguments }
        );
        return (driver, browser);
    }

    static async Task<string> UnpackAsync()
    {
        const string ask =
            "import('@sparticuz/chromium').then(async c => console.log(await c.default.executablePath()))";
        var (exitCode, said) = await NodeTool.RunAsync("-e", ask);
        return exitCode == 0 ? said : throw new InvalidOperationException(said);
    }
}
