using Bunit;
using StaffDashboard.Web.Pages.Admin.WorkRoles;

namespace StaffDashboard.Tests.Web.Pages.Admin.WorkRoles;

public class WorkRoleListTests : BunitContext
{
    [Fact]
    public void A_role_is_shown_with_its_colour_in_words_and_how_many_have_it()
    {
        var bar = new WorkRoleEntry(Guid.CreateVersion7(), "Bar", 7, 1, 3);

        var list = List(bar);

        Assert.Equal("work-roles team", list.Find("#work-role-list").GetAttribute("data-live"));
        Assert.Equal("blue, 3 people have it", list.Find("[data-part=Bar] small").TextContent);
        Assert.Equal(
            $"/admin/work-roles?edit={bar.Id}",
            list.Find("[data-part=Bar] a").GetAttribute("href")
        );
        Assert.Empty(list.FindAll("form, input"));
    }

    [Theory]
    [InlineData(0, 0, "nobody has it")]
    [InlineData(1, 0, "1 person has it")]
    [InlineData(1001, 0, "more than 1,000 people have it")]
    [InlineData(0, 2, "2 people have it, archived")]
    [InlineData(6, 3, "6 people have it, and 3 archived")]
    public void The_archived_are_counted_apart_as_the_chip_of_the_team_leaves_them_out(
        int people,
        int archived,
        string text
    ) =>
        Assert.Equal(
            text,
            new WorkRoleEntry(Guid.CreateVersion7(), "Bar", 7, 1, people, archived).PeopleText
        );

    [Fact]
    public void An_office_without_roles_is_told_what_they_are_for() =>
        Assert.Equal("No work roles yet", List().Find(".empty h2").TextContent);

    IRenderedComponent<WorkRoleList> List(params WorkRoleEntry[] roles) =>
        Render<WorkRoleList>(list => list.Add(l => l.Roles, roles));
}
