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

    [Fact]
    public void An_office_without_roles_is_told_what_they_are_for() =>
        Assert.Equal("No work roles yet", List().Find(".empty h2").TextContent);

    IRenderedComponent<WorkRoleList> List(params WorkRoleEntry[] roles) =>
        Render<WorkRoleList>(list => list.Add(l => l.Roles, roles));
}
