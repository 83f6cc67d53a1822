using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Browser;

public class LettersTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    [Theory]
    [InlineData("Łukasz Dąbrowski")]
    [InlineData("Gökçe Şahinoğlu")]
    [InlineData("Nguyễn Thị Hương")]
    public async Task A_name_is_written_in_one_font(string name)
    {
        var person = await HireAsync(name);
        var sam = await ColleagueAsync(UserRole.Staff);
        await sam.Page.GotoAsync($"/team/{person.Id}");
        await sam.Page.EvaluateAsync("document.fonts.ready.then(() => true)");
        var devtools = await sam.Page.Context.NewCDPSessionAsync(sam.Page);
        await devtools.SendAsync("DOM.enable");
        await devtools.SendAsync("CSS.enable");
        var root = await devtools.SendAsync("DOM.getDocument");
        var heading = await devtools.SendAsync(
            "DOM.querySelector",
            new()
            {
                ["nodeId"] = root!.Value.GetProperty("root").GetProperty("nodeId").GetInt32(),
                ["selector"] = "h1",
            }
        );

        var used = await devtools.SendAsync(
            "CSS.getPlatformFontsForNode",
            new() { ["nodeId"] = heading!.Value.GetProperty("nodeId").GetInt32() }
        );

        var fonts = used!.Value.GetProperty("fonts").EnumerateArray().ToList();
        Assert.All(
            fonts,
            font => Assert.True(font.GetProperty("isCustomFont").GetBoolean(), font.ToString())
        );
    }

    [Fact]
    public async Task Only_fonts_of_letters_on_the_page_are_loaded()
    {
        await HireAsync("Amira Jones");
        var sam = await ColleagueAsync(UserRole.Staff);
        await sam.Page.EvaluateAsync("document.fonts.ready.then(() => true)");

        var loaded = await sam.Page.EvaluateAsync<string[]>(
            "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/inter-'))"
        );

        Assert.DoesNotContain(
            loaded,
            name => name.Contains("vietnamese", StringComparison.Ordinal)
        );
        Assert.Contains(
            loaded,
            name => name.Contains("inter-latin-wght", StringComparison.Ordinal)
        );
    }
}
