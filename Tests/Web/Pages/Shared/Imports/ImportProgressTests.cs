using Bunit;
using StaffDashboard.Data.Imports;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Pages.Shared.Imports;

namespace StaffDashboard.Tests.Web.Pages.Shared.Imports;

public class ImportProgressTests : BunitContext
{
    [Fact]
    public void It_watches_its_own_list_and_no_other()
    {
        var import = Lists.At(ImportState.Checking);

        var shown = Show(import).Find("#import-progress");

        Assert.Equal($"import:{import.Id}", shown.GetAttribute("data-live"));
        Assert.Equal($"/team/import/{import.Id}?part=progress", shown.GetAttribute("hx-get"));
    }

    [Theory]
    [InlineData(ImportState.Checking, "Check")]
    [InlineData(ImportState.Checked, "Check")]
    [InlineData(ImportState.Saving, "Save")]
    [InlineData(ImportState.Done, "Save")]
    public void The_step_one_is_at_is_marked(ImportState state, string step) =>
        Assert.Equal(step, Show(Lists.At(state)).Find(".steps [aria-current]").TextContent);

    [Fact]
    public void What_was_saved_is_counted_and_leads_to_the_team()
    {
        var shown = Show(Lists.At(ImportState.Done, added: 1, updated: 2));

        Assert.StartsWith(
            "Saved: 1 person added, 2 people updated",
            shown.Find(".banner.good span").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("/team", shown.Find(".banner a").GetAttribute("href"));
        Assert.Empty(shown.FindAll("form"));
    }

    [Fact]
    public void A_problem_is_said_aloud() =>
        Assert.Contains(
            "The disk is full",
            Show(Lists.At(ImportState.Failed).Put(nameof(Import.Problem), "The disk is full."))
                .Find(".banner.bad[role=alert]")
                .TextContent,
            StringComparison.Ordinal
        );

    [Fact]
    public void While_it_runs_the_rejected_lines_wait()
    {
        var preview = Lists.Nothing with { Rejected = [new ImportRow { Line = 2, Problem = "x" }] };

        Assert.Empty(Show(Lists.At(ImportState.Saving), preview).FindAll("#rejected"));
        Assert.Single(Show(Lists.At(ImportState.Checked), preview).FindAll("#rejected"));
    }

    IRenderedComponent<ImportProgress> Show(Import import, Preview? preview = null) =>
        Render<ImportProgress>(p =>
            p.Add(i => i.Import, import)
                .Add(i => i.Pages, Lists.Pages)
                .Add(i => i.Preview, preview ?? Lists.Nothing)
                .Add(i => i.Token, Lists.Token)
        );
}
