using Microsoft.EntityFrameworkCore;

namespace StaffDashboard.Data.Imports.Run;

/// <summary>
/// Says how far a run has come, and hears whether somebody stopped it. On a connection of its own:
/// inside the transaction that saves, nobody would see it before the end.
/// </summary>
sealed class Teller(Office office, Import import, TimeProvider clock) : IAsyncDisposable
{
    static readonly TimeSpan Often = TimeSpan.FromMilliseconds(200);
    long told;

    internal async Task SayAsync(int progress, CancellationToken stop)
    {
        if (told != 0 && clock.GetElapsedTime(told) < Often)
            return;
        told = clock.GetTimestamp();
        await office
            .Imports.Where(i => i.Id == import.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Progress, progress), stop);
        if (await office.Imports.AnyAsync(i => i.Id == import.Id && i.CancelRequested, stop))
            throw new RunStopped();
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();
}

/// <summary>Somebody pressed Cancel.</summary>
sealed class RunStopped : Exception;

/// <summary>The records are no longer what the check has seen; nothing was saved.</summary>
sealed class RecordsHaveChanged(string what) : Exception(what);
