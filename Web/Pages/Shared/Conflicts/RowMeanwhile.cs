using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Fields;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Shared.Conflicts;

/// <summary>For a small form that is open: what colleagues have done to its row since.</summary>
static class RowMeanwhile
{
    public static async Task<IReadOnlyList<MeanwhileChange>> ChangesAsync(
        RecordPageContext context,
        string table,
        EditedRow edited,
        string? start,
        CancellationToken stop
    )
    {
        var changed = context.Starts.Changed(
            start,
            edited.Fields.Select(f => (f.Key, f.Of(edited.Row)))
        );
        Field[] fields = [.. edited.Fields.Where(f => changed.Contains(f.Key))];
        if (fields.Length == 0)
            return [];
        var last = await LastChange.OfAsync(
            context.Office,
            table,
            edited.Key,
            [.. fields.Select(f => f.Column)],
            stop
        );
        var words = await context.WordsAsync(edited.Fields, stop);
        return
        [
            .. fields.Select(f =>
                MeanwhileChange.Of(
                    last.FirstOrDefault(change => change.Column == f.Column),
                    $"“{f.Label}”",
                    f.Show(f.Of(edited.Row), words),
                    context.Viewer
                )
            ),
        ];
    }
}
