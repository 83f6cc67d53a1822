using System.Collections;
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
        // What pulses while something is on its way is painted by the processor here, frame by frame.
        "--force-prefers-reduced-motion",
    ];

    // What is expected comes at once on a machine with nothing else to do; this is for one with much.
    internal const int Patience = 60_000;

    readonly Lazy<Task<Running>> running = new(StartAsync);

    public async Task<IBrowser> BrowserAsync() => (await running.Value).Browser;

    /// <summary>A browser of its own, whose profile outlives it.</summary>
    public async Task<IBrowserContext> WithProfileAsync(string folder, Uri address)
    {
        var (driver, _, options) = await running.Value;
        return await driver.Chromium.LaunchPersistentContextAsync(
            folder,
            new()
            {
                ExecutablePath = options.ExecutablePath,
                Args = options.Args,
                Env = options.Env,
                BaseURL = address.ToString(),
                Locale = "en-GB",
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (!running.IsValueCreated)
            return;
        var (driver, browser, _) = await running.Value;
        await browser.DisposeAsync();
        driver.Dispose();
    }

    static async Task<Running> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var driver = await Playwright.CreateAsync();
        var (program, libraries) = await UnpackAsync();
        var options = new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Arguments };
        try
        {
            return new(driver, await driver.Chromium.LaunchAsync(options), options);
        }
        // A server without what a desktop brings: the package carries that, too. Elsewhere the machine's own are better.
        catch (PlaywrightException e)
            when (e.Message.Contains("shared libraries", StringComparison.Ordinal))
        {
            options.Env = Environment
                .GetEnvironmentVariables()
                .Cast<DictionaryEntry>()
                .Append(new DictionaryEntry("LD_LIBRARY_PATH", libraries))
                .DistinctBy(entry => entry.Key)
                .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
            return new(driver, await driver.Chromium.LaunchAsync(options), options);
        }
    }

    static async Task<(string Program, string Libraries)> UnpackAsync()
    {
        const string ask = """
            const { default: chromium, inflate } = await import("@sparticuz/chromium");
            const libraries = await inflate("node_modules/@sparticuz/chromium/bin/al2023.tar.br");
            console.log(await chromium.executablePath());
            console.log(`${libraries}/lib`);
            """;
        var (exitCode, said) = await NodeTool.RunAsync("--input-type=module", "-e", ask);
        return exitCode == 0 && said.Split('\n') is [var program, var libraries]
            ? (program, libraries)
            : throw new InvalidOperationException(said);
    }

    sealed record Running(IPlaywright Driver, IBrowser Browser, BrowserTypeLaunchOptions Options);
}
