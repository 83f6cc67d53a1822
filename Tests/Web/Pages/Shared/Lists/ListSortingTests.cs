using Bunit;
using StaffDashboard.Web.Pages.Shared.Lists;
using StaffDashboard.Web.Pages.Team;

namespace StaffDashboard.Tests.Web.Pages.Shared.Lists;

public class ListSortingTests : BunitContext
{
    [Fact]
    public void Every_order_is_offered_once_and_the_one_in_use_is_marked()
    {
        var sorting = Render<ListSorting>(s =>
            s.Add(p => p.Links, TeamLinks.Person)
                .Add(p => p.Query, TeamViews.Query("?q=ann&sort=hours-desc"))
        );

        var links = sorting.FindAll("a.menu-item");
        Assert.Equal(8, links.Select(a => a.GetAttribute("href")).Distinct().Count());
        Assert.All(
            links,
            a => Assert.StartsWith("/team?q=ann", a.GetAttribute("href"), StringComparison.Ordinal)
        );
        var current = Assert.Single(links, a => a.HasAttribute("aria-current"));
        Assert.Equal(
            ("Most hours first", "/team?q=ann&sort=hours-desc"),
            (current.TextContent, current.GetAttribute("href"))
        );
        Assert.Equal("Most hours first", sorting.Find("summary").TextContent);
    }
}
