using Bunit;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Tests.Web.Pages.Shared;

public class EmptyStateTests : BunitContext
{
    [Fact]
    public void It_says_what_to_do_first()
    {
        var empty = Render<EmptyState>(state =>
            state
                .Add(s => s.Title, "Nobody here yet")
                .Add(s => s.Text, "Add the first person.")
                .AddChildContent("<a href=\"/team/new\">Add a person</a>")
        );
        Assert.Equal("Nobody here yet", empty.Find("h2").TextContent);
        Assert.Equal("/team/new", empty.Find(".actions a").GetAttribute("href"));
    }

    [Fact]
    public void Without_anything_to_do_there_is_no_empty_row_of_buttons()
    {
        Assert.Empty(
            Render<EmptyState>(state => state.Add(s => s.Title, "Nothing")).FindAll(".actions")
        );
    }
}
