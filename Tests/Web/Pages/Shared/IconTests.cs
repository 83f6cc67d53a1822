using Bunit;
using StaffDashboard.Web.Assets;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Tests.Web.Pages.Shared;

public class IconTests : BunitContext
{
    [Fact]
    public void An_icon_without_a_label_is_silent()
    {
        Render<Icon>(icon => icon.Add(i => i.Name, "plus"))
            .MarkupMatches(
                $"""<svg class="i" aria-hidden="true"><use href="{AssetUrl.ForIcon("plus")}"></use></svg>"""
            );
    }

    [Fact]
    public void An_icon_with_a_label_is_an_image_of_that_name()
    {
        var svg = Render<Icon>(icon => icon.Add(i => i.Name, "plus").Add(i => i.Label, "Add"))
            .Find("svg");
        Assert.Equal("img", svg.GetAttribute("role"));
        Assert.Equal("Add", svg.GetAttribute("aria-label"));
        Assert.False(svg.HasAttribute("aria-hidden"));
    }

    [Fact]
    public void Every_icon_that_a_page_names_is_in_the_sprite()
    {
        var root = RootOf(AppContext.BaseDirectory);
        var sprite = File.ReadAllText(Path.Combine(root, "wwwroot", "icons.svg"));
        var named = Directory
            .EnumerateFiles(Path.Combine(root, "Web", "Pages"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cshtml" or ".razor")
            .SelectMany(file => NamesIn(File.ReadAllText(file)))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        Assert.Contains("plus", sprite, StringComparison.Ordinal);
        Assert.DoesNotContain(
            named,
            name => !sprite.Contains($"id=\"{name}\"", StringComparison.Ordinal)
        );
    }

    static IEnumerable<string> NamesIn(string markup) =>
        System
            .Text.RegularExpressions.Regex.Matches(
                markup,
                "<[iI]con [nN]ame=\"(?<name>[a-z0-9-]+)\"",
                System.Text.RegularExpressions.RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)
            )
            .Select(match => match.Groups["name"].Value);

    static string RootOf(string folder) =>
        File.Exists(Path.Combine(folder, "StaffDashboard.sln"))
            ? folder
            : RootOf(Path.GetDirectoryName(folder)!);
}
