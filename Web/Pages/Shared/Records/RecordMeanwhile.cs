using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>For a form that is open: what colleagues have done to the record since.</summary>
sealed class RecordMeanwhile(RecordPageContext context, RecordType type, IRecord record)
{
    /// <summary>What a form knows of it, as <see cref="FormStart"/> wants it.</summary>
    public static (string Key, string Was) Archived(bool isArchived) =>
        (IRecord.ArchivedAtColumn, $"{isArchived}");

    public async Task<IReadOnlyList<MeanwhileChange>> ChangesAsync(
        IEnumerable<Field> section,
        string? start,
        CancellationToken stop
    )
    {
        Field[] seen = [.. section.Where(f => f.MayBeSeenBy(context.Viewer))];
        var changed = context.Starts.Changed(
            start,
            [.. seen.Select(f => (f.Key, f.Of(record))), Archived(record.ArchivedAt is not null)]
        );
        Field[] fields = [.. seen.Where(f => changed.Contains(f.Key))];
        string[] columns =
        [
            .. changed.Where(key => key == IRecord.ArchivedAtColumn),
            .. fields.Select(f => f.Column),
        ];
        if (columns.Length == 0)
            return [];
        var last = await LastChange.OfAsync(
            context.Office,
            type.Table,
            $"{record.Id}",
            columns,
            stop
        );
        var words = await context.WordsAsync(fields, stop);
        return [.. columns.Select(column => Tell(column, last, words))];
    }

    MeanwhileChange Tell(string column, IReadOnlyList<LastChange> all, OfficeWords words)
    {
        var last = all.FirstOrDefault(change => change.Column == column);
        return type.ByColumn(column) is { } field
            ? MeanwhileChange.Of(
                last,
                field.Word,
                field.InSentence(field.Of(record), words),
                context.Viewer
            )
            : MeanwhileChange.Archived(
                last,
                record.ArchivedAt is not null,
                type.Word,
                context.Viewer
            );
    }
}
