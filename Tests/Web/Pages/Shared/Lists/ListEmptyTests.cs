using Bunit;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Pages.Shared.Lists;

namespace StaffDashboard.Tests.Web.Pages.Shared.Lists;

public class ListEmptyTests : BunitContext
{
    [Fact]
    public void Staff_are_not_led_to_what_they_may_not_do()
    {
        Assert.Empty(Empty("", UserRole.Staff).FindAll("a"));
        Assert.Equal(
            ["/team/new", "/team/import"],
            Empty("", UserRole.Manager).FindAll("a").Select(a => a.GetAttribute("href"))
        );
    }

    [Fact]
    public void A_search_that_finds_nobody_here_says_who_is_found_among_the_archived()
    {
        var empty = Empty("?q=ann", UserRole.Manager);

        Assert.Equal("2 archived people match.", empty.Find("p").TextContent);
        Assert.Equal("/team", empty.Find("a").GetAttribute("href"));
    }

    IRenderedComponent<ListEmpty> Empty(string address, UserRole role) =>
        Render<ListEmpty>(empty =>
            empty.Add(
                e => e.View,
                TeamViews.Of(
                    TeamViews.Query(address),
                    [],
                    [new ListCount { Key = ListCounts.Archived, Count = 2 }],
                    role
                )
            )
        );
}
