using System.Collections.Concurrent;
using Microsoft.Playwright;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Browser;

/// <summary>One signed-in person at their own browser, who notices what went wrong behind the page.</summary>
public sealed class Colleague(IPage page, Uri address) : IAsyncDisposable
{
    // A toast goes after 6 seconds: on a slow machine before anybody could look for it.
    const string WriteDownToasts = """
        window.toastsSoFar = [];
        const write = (node) => node.matches?.(".toast") && window.toastsSoFar.push(node.textContent);
        new MutationObserver((all) => all.forEach(({ addedNodes }) => addedNodes.forEach(write)))
          .observe(document, { childList: true, subtree: true });
        """;

    readonly ConcurrentQueue<string> complaints = [];

    public IPage Page { get; } = page;

    /// <summary>Script errors and whatever the content security policy refused.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    public static async Task<Colleague> OpenAsync(
        IBrowser browser,
        Uri address,
        BrowserNewContextOptions look
    )
    {
        look.BaseURL = address.ToString();
        look.Locale = "en-GB";
        var context = await browser.NewContextAsync(look);
        context.SetDefaultTimeout(Chromium.Patience);
        await context.AddInitScriptAsync(WriteDownToasts);
        var colleague = new Colleague(await context.NewPageAsync(), address);
        colleague.Page.PageError += (_, error) => colleague.complaints.Enqueue(error);
        colleague.Page.Console += (_, message) => colleague.Note(message);
        return colleague;
    }

    /// <summary>At the start page, as somebody who has signed in already.</summary>
    public async Task ArriveAsync(Visitor signedIn)
    {
        await Page.Context.AddCookiesAsync(
            signedIn.Cookies.Select(cookie => new Microsoft.Playwright.Cookie
            {
                Name = cookie.Name,
                Value = cookie.Value,
                HttpOnly = cookie.HttpOnly,
                Url = address.ToString(),
            })
        );
        await Page.GotoAsync("/team");
    }

    public async Task SignInAsync(string email, string password)
    {
        await Page.GotoAsync("/account/sign-in");
        await Page.FillAsync("input[name=Email]", email);
        await Page.FillAsync("input[name=Password]", password);
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync("**/team");
    }

    /// <summary>The socket is up and watches what is on the page.</summary>
    public Task IsLiveAsync() =>
        Assertions.Expect(Page.Locator("#pill")).ToContainTextAsync("Live");

    public Task PressAsync(string words) =>
        Page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();

    /// <summary>What the page has said since it was opened, also what is gone from the screen by now.</summary>
    public async Task<string[]> ToastsAsync() =>
        await Page.EvaluateAsync<string[]>("window.toastsSoFar");

    public Task IsToldAsync(string words) =>
        Eventually.TrueAsync(async () =>
            (await ToastsAsync()).Any(toast => toast.Contains(words, StringComparison.Ordinal))
        );

    /// <summary>Asked again and again from here: what the page itself polls, its security policy refuses from the second time on.</summary>
    public Task ComesTrueAsync(string script) =>
        Eventually.TrueAsync(() => Page.EvaluateAsync<bool>(script));

    public ValueTask DisposeAsync() => new(Page.Context.CloseAsync());

    void Note(IConsoleMessage message)
    {
        // A lost line is written to the console by the browser itself; that is what some tests are about.
        if (
            message.Type == "error"
            && !message.Text.Contains("net::ERR", StringComparison.Ordinal)
            && !message.Text.Contains("Failed to fetch", StringComparison.Ordinal)
            && !message.Text.Contains("WebSocket", StringComparison.Ordinal)
            && !message.Text.Contains("status of 4", StringComparison.Ordinal)
        )
            complaints.Enqueue($"{message.Text} ({address})");
    }
}
