using Bunit;
using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Pages.Team;

namespace StaffDashboard.Tests.Web.Pages.Team;

public class TeamListTests : BunitContext
{
    static readonly TeamPerson Ann = new(
        Guid.CreateVersion7(),
        "Ann",
        null,
        null,
        null,
        null,
        [],
        Employment.Student,
        false,
        null,
        0,
        null,
        default,
        "ann",
        1
    );

    [Fact]
    public void The_list_knows_its_own_address_and_topics()
    {
        var list = List(new() { AlwaysNeeded = true, Search = "ann" }).Find("#team-list");

        Assert.Equal("/team?q=ann&always=1&part=list", list.GetAttribute("hx-get"));
        Assert.Equal("team work-roles", list.GetAttribute("data-live"));
        Assert.True(list.HasAttribute("data-list"));
    }

    [Fact]
    public void The_search_form_keeps_what_the_chips_say()
    {
        var kept = List(new() { AlwaysNeeded = true, Search = "ann" })
            .FindAll("input[form='team-filter']");

        Assert.Equal(["always"], kept.Select(input => input.GetAttribute("name")));
    }

    [Fact]
    public void A_second_press_on_a_heading_turns_the_order_round()
    {
        Assert.Equal("/team?sort=hours-desc", List(new()).Find("th.num a").GetAttribute("href"));
        var turned = List(new() { Sort = TeamSort.Hours, Descending = true }).Find("th.num");
        Assert.Equal("descending", turned.GetAttribute("aria-sort"));
        Assert.Equal("/team?sort=hours", turned.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void A_chip_is_pressed_and_lets_go()
    {
        var chip = List(new() { NotLately = true }).FindAll(".chip[aria-current]")[^1];

        Assert.StartsWith("Not for 30 days", chip.TextContent, StringComparison.Ordinal);
        Assert.Equal("/team", chip.GetAttribute("href"));
    }

    [Fact]
    public void Chips_of_one_kind_stand_together_under_its_name()
    {
        var groups = List(new(), new TeamRole(Guid.CreateVersion7(), "Bar", 3))
            .FindAll(".chips [role=group]");

        Assert.Equal(
            ["State: Active Archived Always needed", "Role: Bar", "Last worked: Not for 30 days"],
            groups.Select(group =>
                $"{group.GetAttribute("aria-label")}: {string.Join(' ', group.QuerySelectorAll(".chip").Select(chip => chip.FirstChild!.TextContent.Trim()))}"
            )
        );
    }

    IRenderedComponent<TeamList> List(TeamFilter filter, params TeamRole[] roles) =>
        Render<TeamList>(list =>
            list.Add(
                l => l.View,
                new TeamView(
                    filter,
                    [Ann],
                    null,
                    null,
                    new(roles, new Dictionary<TeamChip, int>()),
                    new(2026, 11, 21),
                    MayChange: true
                )
            )
        );
}
