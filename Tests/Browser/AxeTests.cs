using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Browser;

/// <summary>Every page, in both themes, at the desk and on the phone: nothing that shuts somebody out, no sideways scroll.</summary>
public class AxeTests(TestPostgres postgres, Chromium chromium) : OfficeHours(postgres, chromium)
{
    public static MatrixTheoryData<ColorScheme, bool> Looks =>
        new([ColorScheme.Light, ColorScheme.Dark], [false, true]);

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task No_page_shuts_anybody_out(ColorScheme colours, bool phone)
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        await HireAsync("Ben Okafor");
        var ada = await ColleagueAsync(UserRole.Admin, phone ? Phone(colours) : Desk(colours));
        var findings = new List<string>();
        var pages = AllPages.Of(amira).Concat(await EventfulDay.AddAsync(Database));
        foreach (var path in pages.Append("/no-such-page"))
        {
            await ada.Page.GotoAsync(path);
            findings.AddRange(await FindingsAsync(ada.Page, path));
        }

        Assert.Empty(findings);
        Assert.Empty(ada.Complaints);
    }

    static async Task<IEnumerable<string>> FindingsAsync(IPage page, string path)
    {
        var axe = await page.RunAxe();
        var shutOut = axe.Violations.SelectMany(rule =>
            rule.Nodes.Select(node => $"{path}: {rule.Id} {node.Html}")
        );
        var isTooWide = await page.EvaluateAsync<bool>(
            "document.documentElement.scrollWidth > innerWidth"
        );
        return isTooWide ? shutOut.Append($"{path}: scrolls sideways") : shutOut;
    }
}
