using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Pages.Shared.Trail;

namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>One line of a record's history, and the fields in it that this viewer can put back.</summary>
public sealed record HistoryLine(TrailLine Line, IReadOnlyList<Field> PutBack)
{
    public long Id => Line.Entry.Id;
}

/// <summary>A page of a record's history, newest first.</summary>
public sealed record HistoryView(
    Guid RecordId,
    RecordLinks Links,
    long? Before,
    IReadOnlyList<HistoryLine> Lines,
    long? Next
)
{
    const int PageSize = 30;

    public static async Task<HistoryView?> ReadAsync(
        RecordPageContext context,
        RecordPages pages,
        Guid id,
        long? before,
        CancellationToken stop
    )
    {
        var (office, type) = (context.Office, pages.Type);
        if (await type.ReadAsync(office, id, stop) is not { } record)
            return null;
        var entries = await EntriesAsync(context, type, id, before, stop);
        var shown = entries.Take(PageSize).ToList();
        var names = await TrailNames.ForAsync(office, shown, context.CountryCode, stop);
        return new(
            id,
            pages.Links,
            before,
            [.. shown.Select(entry => Tell(type, entry, record, names, context.Viewer))],
            entries.Count > PageSize ? shown[^1].Id : null
        );
    }

    // What Staff may not know leaves no line: the page would show that somebody earns something else now.
    static Task<List<AuditEntry>> EntriesAsync(
        RecordPageContext context,
        RecordType type,
        Guid id,
        long? before,
        CancellationToken stop
    )
    {
        var hidden = type
            .Fields.Where(f => !f.MayBeSeenBy(context.Viewer))
            .Select(f => f.Column)
            .ToArray();
        var (table, row) = (type.Table, $"{id}");
        return context
            .Office.AuditLog.FromSql(
                $$"""
                select * from audit_log
                where table_name = {{table}} and row_id = {{row}}
                  and (action not in ('update', 'given-up') or diff - {{hidden}} <> '{}')
                  and ({{before}}::bigint is null or (at, id) < (
                    select at, id from audit_log where id = {{before}} and table_name = {{table}} and row_id = {{row}}
                      and (action not in ('update', 'given-up') or diff - {{hidden}} <> '{}')))
                order by at desc, id desc limit {{PageSize + 1}}
                """
            )
            .AsNoTracking()
            .ToListAsync(stop);
    }

    static HistoryLine Tell(
        RecordType type,
        AuditEntry entry,
        IRecord record,
        TrailNames names,
        Viewer viewer
    )
    {
        var line = TrailLine.Of(entry, names, viewer);
        var seen = line.Facts.Where(fact =>
            type.ByColumn(fact.Column) is not { } field || field.MayBeSeenBy(viewer)
        );
        var back = type.Fields.Where(field =>
            field.MayBeEditedBy(viewer) && type.MayBePutBack(record, entry, field.Column)
        );
        return new(line with { Facts = [.. seen] }, [.. back]);
    }
}
