using Microsoft.EntityFrameworkCore;

namespace StaffDashboard.Data.Imports;

/// <summary>The lines of a file are other people's data: they go as soon as nobody needs them.</summary>
public static class ForgetLines
{
    public static async Task ForgetLinesAsync(
        this Office office,
        Guid import,
        bool keepRejected,
        CancellationToken stop
    )
    {
        await office.ImportRecords.Where(r => r.ImportId == import).ExecuteDeleteAsync(stop);
        await office
            .ImportRows.Where(r => r.ImportId == import && !(keepRejected && r.Problem != null))
            .ExecuteDeleteAsync(stop);
    }

    /// <summary>What nobody finished within a week is cancelled, and what was kept of it is gone.</summary>
    public static async Task<int> ForgetOldLinesAsync(
        this Office office,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        var old = clock.GetUtcNow().AddDays(-Import.KeptDays);
        await office
            .Imports.Where(i => i.CreatedAt < old)
            .Where(i =>
                i.State == ImportState.Mapping
                || i.State == ImportState.Checked
                || i.State == ImportState.Failed
            )
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, ImportState.Cancelled), stop);
        var ids = await office
            .Imports.Where(i => i.CreatedAt < old)
            .Where(i => i.State == ImportState.Cancelled || i.State == ImportState.Done)
            .Where(i => office.ImportRows.Any(r => r.ImportId == i.Id))
            .Select(i => i.Id)
            .ToListAsync(stop);
        foreach (var id in ids)
            await office.ForgetLinesAsync(id, keepRejected: false, stop);
        return ids.Count;
    }
}
