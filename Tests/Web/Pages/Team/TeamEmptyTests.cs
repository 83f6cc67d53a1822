using Bunit;
using StaffDashboard.Web.Pages.Team;

namespace StaffDashboard.Tests.Web.Pages.Team;

public class TeamEmptyTests : BunitContext
{
    [Fact]
    public void Staff_are_not_led_to_what_they_may_not_do()
    {
        Assert.Empty(Empty(new(), mayChange: false).FindAll("a"));
        Assert.Equal(
            ["/team/new", "/team/import"],
            Empty(new(), mayChange: true).FindAll("a").Select(a => a.GetAttribute("href"))
        );
    }

    [Fact]
    public void A_search_that_finds_nobody_here_says_who_is_found_among_the_archived()
    {
        var empty = Empty(new() { Search = "ann" }, mayChange: true);

        Assert.Equal("2 archived people match.", empty.Find("p").TextContent);
        Assert.Equal("/team", empty.Find("a").GetAttribute("href"));
    }

    IRenderedComponent<TeamEmpty> Empty(TeamFilter filter, bool mayChange) =>
        Render<TeamEmpty>(empty =>
            empty.Add(
                e => e.View,
                new(
                    filter,
                    [],
                    null,
                    null,
                    new([], new Dictionary<TeamChip, int> { [TeamChip.Archived] = 2 }),
                    new(2026, 11, 21),
                    mayChange
                )
            )
        );
}
