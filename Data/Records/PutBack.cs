using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Conflicts;

namespace StaffDashboard.Data.Records;

/// <summary>
/// Undoes changes out of the trail. A value is put back only where it still is what that change made of it:
/// what somebody did since stays.
/// </summary>
public static class PutBack
{
    // The largest import there is an Undo for, each row added and changed.
    const int Most = 2000;

    /// <summary>All that the viewer's own request did, as far as their role may still change it. Asking twice does it once. What it added is archived, unless somebody has changed it since.</summary>
    public static async Task<PutBackResult> UndoAsync(
        this RecordType type,
        Office office,
        string requestId,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        var entries = await office
            .AuditLog.AsNoTracking()
            .Where(e => e.RequestId == requestId && e.ActorId == office.ViewerId)
            .Where(e => e.TableName == type.Table && (e.Action == "update" || e.Action == "insert"))
            .OrderByDescending(e => e.Id)
            .Take(Most + 1)
            .ToListAsync(stop);
        if (entries.Count > Most)
            return new() { IsTooMuch = true };
        var ids = entries.Select(IdOf).ToHashSet();
        var records = await type.FindAllAsync(office, ids, stop);
        var changed = type.MayPutBack(office.Viewer, IRecord.ArchivedAtColumn)
            ? await ChangedSinceAsync(office, type.Table, entries, stop)
            : ids;
        var result = new PutBackResult();
        foreach (var entry in entries)
            if (!records.TryGetValue(IdOf(entry), out var record))
                continue;
            else if (entry.Action == "insert")
                Archive(record, changed.Contains(record.Id), result, clock);
            else
                result.Add(
                    record,
                    Columns(entry)
                        .Count(column =>
                            type.MayPutBack(office.Viewer, column)
                            && type.PutBackColumn(record, entry, column, clock)
                        ),
                    Columns(entry).Count()
                );
        return result;
    }

    static void Archive(IRecord record, bool isChanged, PutBackResult result, TimeProvider clock)
    {
        if (!isChanged && record.ArchivedAt is null)
        {
            record.Archive(clock);
            result.AddArchived(record);
        }
        else
            result.Add(record, 0, 1);
    }

    // Of those the entries added: what has a later line in the trail.
    static async Task<HashSet<Guid>> ChangedSinceAsync(
        Office office,
        string table,
        IEnumerable<AuditEntry> entries,
        CancellationToken stop
    )
    {
        var added = entries.Where(e => e.Action == "insert").Select(e => e.RowId).ToHashSet();
        if (added.Count == 0)
            return [];
        var changed = await office
            .AuditLog.Where(e => e.TableName == table && added.Contains(e.RowId))
            .GroupBy(e => e.RowId)
            .Where(lines => lines.Count() > 1)
            .Select(lines => lines.Key)
            .ToListAsync(stop);
        return [.. changed.Select(id => Guid.Parse(id, CultureInfo.InvariantCulture))];
    }

    /// <summary>One value of one change. False when it has changed again since, or was erased.</summary>
    public static bool PutBackColumn(
        this RecordType type,
        IRecord record,
        AuditEntry entry,
        string column,
        TimeProvider clock
    )
    {
        if (!type.MayBePutBack(record, entry, column))
            return false;
        var before = entry.Diff.RootElement.GetProperty(column)[Back(entry)];
        if (type.ByColumn(column) is { } field)
            field.Put(record, field.FromTrail(before));
        else if (Instant(before) is null)
            record.Restore();
        else
            record.Archive(clock);
        return true;
    }

    /// <summary>Whether the value still is what that change made of it.</summary>
    public static bool MayBePutBack(
        this RecordType type,
        IRecord record,
        AuditEntry entry,
        string column
    ) =>
        // What stood there before something was added is nothing, and nothing is no name and no employment.
        entry.Action
            is "update"
                or GivenUp.Action
        && entry.Diff.RootElement.TryGetProperty(column, out var pair)
        && pair.ValueKind == JsonValueKind.Array
        && (
            column == IRecord.ArchivedAtColumn
                ? record.ArchivedAt == Instant(pair[1 - Back(entry)])
                : type.ByColumn(column) is { } field
                    && field.Of(record) == field.FromTrail(pair[1 - Back(entry)])
                    && field.IsCanonical(field.FromTrail(pair[Back(entry)]))
        );

    // [before, after] of a change; [kept, given up] of a choice.
    static int Back(AuditEntry entry) => entry.Action == GivenUp.Action ? 1 : 0;

    static DateTimeOffset? Instant(JsonElement stored) =>
        stored.ValueKind is JsonValueKind.Null ? null : stored.GetDateTimeOffset();

    static Guid IdOf(AuditEntry entry) => Guid.Parse(entry.RowId, CultureInfo.InvariantCulture);

    static IEnumerable<string> Columns(AuditEntry entry) =>
        entry.Diff.RootElement.EnumerateObject().Select(property => property.Name);
}
