using StaffDashboard.Data.Records;
using StaffDashboard.Web.Pages.Shared.Files;
using StaffDashboard.Web.Pages.Shared.Lists;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Records;

/// <summary>The list as it goes on paper: all that match, not one page of them.</summary>
[FileTransfer]
public class PrintModel(RecordPageContext context, RecordParts parts, ListParts lists)
    : ListPageModel(context, parts, lists)
{
    const int Most = 1000;

    public ListView View { get; private set; } = null!;
    public string Summary { get; private set; } = "";

    public async Task OnGetAsync()
    {
        Query = Asked with { Position = null };
        var rows = await List.FirstAsync(Office, Query, Today, Most + 1, Stop);
        var shown = new ListPage(Query, [.. rows.Take(Most)], null, null, new([]));
        var words = await Lists.WordsAsync(List, Stop);
        View = new(Pages, shown, words, Today, Viewer.OfSameRole()) { MayPick = false };
        Summary =
            rows.Count > Most
                ? $"The first {View.CountWords(Most)}. Narrow the list down, or export it, to have them all."
                : View.CountWords(rows.Count);
    }
}
