using Bunit;
using StaffDashboard.Data.Imports;
using StaffDashboard.Web.Pages.Shared.Imports;

namespace StaffDashboard.Tests.Web.Pages.Shared.Imports;

public class ImportRejectedTests : BunitContext
{
    static readonly Import Import = Lists.At(ImportState.Checked, rejected: 61);
    static readonly ImportRow Bad = new()
    {
        Line = 7,
        Cells = ["Amira", "", "12"],
        Problem = "The phone number is too short.",
    };

    [Fact]
    public void Each_line_says_why_and_how_it_came()
    {
        var row = Show().Find("#line-7");

        Assert.Equal(
            ["7", "The phone number is too short.", "Amira · 12"],
            row.Children.Select(cell => cell.TextContent)
        );
        Assert.Equal(
            $"/team/import/{Import.Id}/rejected.csv",
            Show().Find("a[download]").GetAttribute("href")
        );
    }

    [Fact]
    public void More_lines_are_reached_from_the_last_one_shown()
    {
        Assert.Empty(Show().FindAll(".pager"));
        Assert.Equal(
            $"/team/import/{Import.Id}/rejected?after=7",
            Show(hasMore: true).Find("[rel=next]").GetAttribute("href")
        );
    }

    IRenderedComponent<ImportRejected> Show(bool hasMore = false) =>
        Render<ImportRejected>(p =>
            p.Add(i => i.Import, Import)
                .Add(i => i.Links, Lists.Pages.Links)
                .Add(i => i.Rejected, [Bad])
                .Add(i => i.HasMore, hasMore)
        );
}
