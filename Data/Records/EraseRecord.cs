using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Records;

/// <summary>For a privacy request: what a record said is gone for good. The database asks for an Admin.</summary>
public static class EraseRecord
{
    /// <summary>What a record says that goes with it.</summary>
    public static IEnumerable<Field> Erased(this RecordType type, IRecord record) =>
        type.Fields.Where(f => !f.OutlivesErasure && f.Of(record) is not ("" or "false"));

    public static IEnumerable<Field> Kept(this RecordType type) =>
        type.Fields.Where(f => f.OutlivesErasure);

    public static Task EraseAsync(
        this RecordType type,
        Office office,
        Guid id,
        CancellationToken stop
    )
    {
        var (called, kept) = ($"Erased {type.Word}", type.Kept().Select(f => f.Column).ToArray());
        return office.Database.ExecuteSqlAsync(
            $"select erase_record({type.Table}, {id}, {called}, {kept})",
            stop
        );
    }

    /// <summary>In files that were uploaded and not saved yet, under any name it ever had.</summary>
    public static Task<int> CountImportRowsAsync(
        this RecordType type,
        Office office,
        Guid id,
        CancellationToken stop
    ) =>
        office
            .Database.SqlQuery<int>(
                $"select count(*)::int as \"Value\" from import_rows_about({type.Table}, {id})"
            )
            .SingleAsync(stop);
}
