using Bunit;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Tests.Web.Pages.Shared;

public class PagerTests : BunitContext
{
    [Fact]
    public void A_single_page_has_no_pager()
    {
        Render<Pager>().MarkupMatches("");
    }

    [Fact]
    public void The_first_page_leads_only_further()
    {
        var links = Render<Pager>(pager => pager.Add(p => p.Next, "/team?after=x")).FindAll("a");
        Assert.Equal("/team?after=x", Assert.Single(links).GetAttribute("href"));
    }

    [Fact]
    public void The_last_page_leads_only_back()
    {
        var link = Assert.Single(
            Render<Pager>(pager => pager.Add(p => p.Previous, "/team?before=x")).FindAll("a")
        );

        Assert.Equal(
            ("/team?before=x", "prev"),
            (link.GetAttribute("href"), link.GetAttribute("rel"))
        );
    }
}
