using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Access.Passwords;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>Every page, in both themes, at the desk and on the phone: nothing that shuts somebody out, no sideways scroll, no word too small.</summary>
public class AxeTests(TestPostgres postgres, Chromium chromium) : OfficeHours(postgres, chromium)
{
    static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // All that the dark theme changes.
    static readonly string[] Colours = ["color-contrast", "link-in-text-block"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_page_shuts_anybody_out(bool phone)
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        await HireAsync("Ben Okafor");
        var look = phone ? Phone() : Desk();
        // A colour that is still on its way is neither the one nor the other.
        look.ReducedMotion = ReducedMotion.Reduce;
        var ada = await ColleagueAsync(UserRole.Admin, look);
        var findings = new List<string>();
        var pages = AllPages.Of(amira).Concat(await EventfulDay.AddAsync(Database));
        foreach (var path in pages.Append("/no-such-page"))
            await LookAsync(path, () => ada.Page.GotoAsync(path));
        App.Clock.Advance(PasswordConfirmation.Lifetime + TimeSpan.FromSeconds(1));
        await LookAsync("the question for the password", AskForPasswordAsync);

        Assert.Empty(findings);
        Assert.Empty(ada.Complaints);

        async Task LookAsync(string path, Func<Task> open)
        {
            await open();
            await ada.Page.EvaluateAsync(Axe);
            findings.AddRange(await FindingsAsync(ada.Page, path));
            if (await IsTooWideAsync(ada.Page))
                findings.Add($"{path}: scrolls sideways");
            if (phone)
                findings.AddRange(await SmallWordsAsync(ada.Page, path));
            await PutOnAsync(ada.Page, ColorScheme.Dark);
            findings.AddRange(await DarkFindingsAsync(ada.Page, path, open));
            await PutOnAsync(ada.Page, ColorScheme.Light);
        }

        async Task AskForPasswordAsync()
        {
            await ada.Page.GotoAsync($"/team/{amira.Id}/erase");
            await ada.Page.FillAsync("#Confirmation", amira.Name);
            await ada.PressAsync("Erase for good");
            await Expect(ada.Page.Locator("h1")).ToHaveTextAsync("Confirm your password");
        }
    }

    // Only what is also there when the page is opened in the dark is the page's fault, and not the changing's.
    static async Task<IEnumerable<string>> DarkFindingsAsync(
        IPage page,
        string path,
        Func<Task> open
    )
    {
        var findings = await FindingsAsync(page, $"{path} in the dark", Colours);
        if (!findings.Any())
            return findings;
        await open();
        await page.EvaluateAsync(Axe);
        return await FindingsAsync(page, $"{path} in the dark", Colours);
    }

    static async Task PutOnAsync(IPage page, ColorScheme colours)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = colours });
        await page.EvaluateAsync(
            "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
        );
        await page.EvaluateAsync(
            "Promise.allSettled(document.getAnimations().filter((a) => a instanceof CSSTransition).map((a) => a.finished))"
        );
    }

    // Without a frame in any page there is nothing to put together, as the wrapper does it in a page of its own.
    static async Task<IEnumerable<string>> FindingsAsync(
        IPage page,
        string path,
        string[]? rules = null
    )
    {
        var findings = await page.EvaluateAsync<string[]>(
            """
            async (rules) => {
              // On a phone the banners at the foot lie over whatever they are above at the moment.
              const sizes = { "target-size": { enabled: innerWidth >= 700 } };
              const only = rules ? { runOnly: rules } : { rules: sizes };
              const { violations, passes } = await axe.run({ ...only, resultTypes: ["violations"] });
              if (!passes.length) throw new Error("Nothing was looked at");
              return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`));
            }
            """,
            rules
        );
        return findings.Select(finding => $"{path}: {finding}");
    }

    // In pixels: at arm's length less is not read.
    static async Task<IEnumerable<string>> SmallWordsAsync(IPage page, string path)
    {
        var small = await page.EvaluateAsync<string[]>(
            """
            () => {
              const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const small = new Set();
              while (words.nextNode()) {
                const { parentElement: parent, textContent } = words.currentNode;
                if (!textContent.trim() || !parent.checkVisibility() || parent.closest("noscript, script, template")) continue;
                const size = Number.parseFloat(getComputedStyle(parent).fontSize);
                if (size < 12) small.add(`${size} px in ${parent.tagName} ${parent.className} “${textContent.trim().slice(0, 30)}”`);
              }
              return [...small];
            }
            """
        );
        return small.Select(words => $"{path}: {words}");
    }

    static Task<bool> IsTooWideAsync(IPage page) =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth");
}
