using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>Puts one value of the history back, however busy the record is.</summary>
static class PutBackValue
{
    /// <summary>Null: there is no such change. A text: why not. Empty: done.</summary>
    public static async Task<string?> PutBackAsync(
        this RecordType type,
        Office office,
        Guid id,
        long change,
        Field field,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        var entry = await office
            .AuditLog.AsNoTracking()
            .FirstOrDefaultAsync(
                e => e.RowId == $"{id}" && e.Id == change && e.TableName == type.Table,
                stop
            );
        if (entry is null)
            return null;
        try
        {
            return await type.RetryAsync(office, id, TryAsync, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return $"Others are changing this {type.Word} right now. Nothing was put back; try once more.";
        }
        catch (DbUpdateException e) when (e.IsGone())
        {
            return $"{field.Label} was not put back: the earlier value is no longer in the list.";
        }
        catch (DbUpdateException e) when (e.IsTaken())
        {
            return $"{field.Label} belongs to somebody else by now. Nothing was put back.";
        }

        async Task<string?> TryAsync()
        {
            if (await type.FindAsync(office, id, stop) is not { } record)
                return null;
            if (!type.PutBackColumn(record, entry, field.Column, clock))
                return $"{field.Label} has changed again since. Nothing was put back.";
            await office.SaveChangesAsync(stop);
            return "";
        }
    }
}
