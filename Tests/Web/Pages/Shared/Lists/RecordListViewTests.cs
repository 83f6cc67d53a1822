using Bunit;
using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Pages.Shared.Lists;
using StaffDashboard.Web.Pages.Team;

namespace StaffDashboard.Tests.Web.Pages.Shared.Lists;

public class RecordListViewTests : BunitContext
{
    [Fact]
    public void The_list_knows_its_own_address_and_topics()
    {
        var list = List("?q=ann&always=1").Find("#team-list");

        Assert.Equal("/team?q=ann&always=1&part=list", list.GetAttribute("hx-get"));
        Assert.Equal("team work-roles", list.GetAttribute("data-live"));
        Assert.True(list.HasAttribute("data-list"));
    }

    [Fact]
    public void The_search_form_keeps_what_the_chips_say()
    {
        var kept = List("?q=ann&always=1").FindAll("input[form='team-filter']");

        Assert.Equal(["always"], kept.Select(input => input.GetAttribute("name")));
    }

    [Fact]
    public void A_second_press_on_a_heading_turns_the_order_round()
    {
        Assert.Equal("/team?sort=hours-desc", List("").Find("th.num a").GetAttribute("href"));
        var turned = List("?sort=hours-desc").Find("th.num");
        Assert.Equal("descending", turned.GetAttribute("aria-sort"));
        Assert.Equal("/team?sort=hours", turned.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void A_chip_is_pressed_and_lets_go()
    {
        var chip = List("?worked=not-lately").FindAll(".chip[aria-current]")[^1];

        Assert.StartsWith("Not for 30 days", chip.TextContent, StringComparison.Ordinal);
        Assert.Equal("/team", chip.GetAttribute("href"));
    }

    [Fact]
    public void Chips_of_one_kind_stand_together_under_its_name()
    {
        var groups = List(
                "",
                new ListCount
                {
                    Key = TeamList.Role.Key,
                    Choice = Guid.CreateVersion7(),
                    Text = "Bar",
                    Count = 3,
                }
            )
            .FindAll(".chips [role=group]");

        Assert.Equal(
            ["State: Active Archived Always needed", "Role: Bar", "Last worked: Not for 30 days"],
            groups.Select(group =>
                $"{group.GetAttribute("aria-label")}: {string.Join(' ', group.QuerySelectorAll(".chip").Select(chip => chip.FirstChild!.TextContent.Trim()))}"
            )
        );
    }

    IRenderedComponent<RecordListView> List(string address, params ListCount[] counts) =>
        Render<RecordListView>(list =>
            list.Add(
                l => l.View,
                TeamViews.Of(
                    TeamViews.Query(address),
                    [new Employee { Name = "Ann", Employment = Employment.Student }],
                    counts
                )
            )
        );
}
