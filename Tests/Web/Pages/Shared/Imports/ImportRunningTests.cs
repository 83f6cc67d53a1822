using Bunit;
using StaffDashboard.Data.Imports;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Pages.Shared.Imports;

namespace StaffDashboard.Tests.Web.Pages.Shared.Imports;

public class ImportRunningTests : BunitContext
{
    [Fact]
    public void Checking_counts_lines_and_saving_counts_people()
    {
        var checking = Show(Lists.At(ImportState.Checking).Put(nameof(Import.Progress), 300));
        var saving = Show(
            Lists.At(ImportState.Saving, added: 3, updated: 1).Put(nameof(Import.Progress), 1)
        );

        Assert.Equal("300 of 1,200 lines25 %", checking.Find("[data-part=progress] p").TextContent);
        Assert.Equal("1 of 4 people25 %", saving.Find("[data-part=progress] p").TextContent);
        Assert.Equal("300", checking.Find("progress").GetAttribute("value"));
    }

    [Fact]
    public void It_can_be_stopped_once()
    {
        var import = Lists.At(ImportState.Saving, added: 1);

        var running = Show(import);
        Assert.Equal(
            $"/team/import/{import.Id}?handler=Cancel",
            running.Find("form").GetAttribute("action")
        );
        Assert.False(running.Find("form button").HasAttribute("disabled"));

        import.Cancel(TimeProvider.System);
        var stopping = Show(import).Find("form button");
        Assert.Equal("Stopping", stopping.TextContent);
        Assert.True(stopping.HasAttribute("disabled"));
    }

    IRenderedComponent<ImportRunning> Show(Import import) =>
        Render<ImportRunning>(p =>
            p.Add(i => i.Import, import)
                .Add(i => i.Pages, Lists.Pages)
                .Add(i => i.Token, Lists.Token)
        );
}
