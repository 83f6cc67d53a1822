using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace StaffDashboard.Data.Imports.Run;

/// <summary>
/// Checks or saves what somebody asked for, in that person's name. The claim is a lock held by the connection
/// that does the work: a node that dies gives it back in the moment in which its half-done work is undone.
/// </summary>
public sealed class ImportRun(OfficeFactory offices, TimeProvider clock, ILogger<ImportRun> log)
{
    public async Task<List<Guid>> WaitingAsync(CancellationToken stop)
    {
        await using var office = offices.Open(Viewer.Nobody);
        return await office
            .Imports.Where(i => i.State == ImportState.Checking || i.State == ImportState.Saving)
            // While versions are exchanged another node may know a kind that this one does not.
            .Where(i => ImportTypes.Tables.Contains(i.TableName))
            .OrderBy(i => i.CreatedAt)
            .Select(i => i.Id)
            .ToListAsync(stop);
    }

    /// <summary>False when another node has it.</summary>
    public async Task<bool> TryAsync(Guid id, string countryCode, CancellationToken stop)
    {
        var viewer = await AskedByAsync(id, stop);
        await using var office = offices.Open(viewer);
        office.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        await using var connection = await office.HoldConnectionAsync(stop);
        if (!await ClaimAsync(office, id, stop))
            return false;
        // Read under the claim: the node that had it before may just have finished.
        var import = await office.Imports.SingleAsync(i => i.Id == id, stop);
        if (import.IsRunning)
            await RunAsync(office, import, viewer, countryCode, stop);
        return true;
    }

    async Task RunAsync(
        Office office,
        Import import,
        Viewer viewer,
        string countryCode,
        CancellationToken stop
    )
    {
        var type = ImportTypes.Of(import);
        await using var teller = new Teller(offices.Open(viewer), import, clock);
        try
        {
            if (!viewer.IsManager)
                throw new NotAllowed();
            await teller.SayAsync(0, stop);
            if (import.State is ImportState.Checking)
                await Check.RunAsync(office, type, import, countryCode, teller, clock, stop);
            else
                await Save.RunAsync(office, type, import, teller, clock, stop);
        }
        catch (RunStopped)
        {
            await EndAsync(viewer, import.Id, i => i.End(ImportState.Cancelled, null, clock));
            await office.ForgetLinesAsync(import.Id, keepRejected: false, CancellationToken.None);
        }
        catch (RecordsHaveChanged changed)
        {
            await EndAsync(viewer, import.Id, i => i.CheckAgain(changed.Message));
        }
        catch (NotAllowed)
        {
            await EndAsync(
                viewer,
                import.Id,
                i => i.End(ImportState.Failed, NotAllowed.Text, clock)
            );
        }
        // A lost connection or a stop of the program: the next look takes it up again from the start.
        catch (Exception failed)
            when (!stop.IsCancellationRequested && !DatabaseFailure.IsUnavailable(failed))
        {
            log.LogError(failed, "Import {Import} failed", import.Id);
            await EndAsync(viewer, import.Id, i => i.End(ImportState.Failed, Broke, clock));
        }
    }

    const string Broke = "Something went wrong, and nothing was saved. The error has been logged.";

    // A connection of its own: the other one may be in the middle of what failed.
    async Task EndAsync(Viewer viewer, Guid id, Action<Import> end)
    {
        await using var office = offices.Open(viewer);
        var import = await office.Imports.SingleAsync(i => i.Id == id);
        end(import);
        await office.SaveChangesAsync();
    }

    async Task<Viewer> AskedByAsync(Guid id, CancellationToken stop)
    {
        await using var office = offices.Open(Viewer.Nobody);
        var user = await office
            .Imports.Where(i => i.Id == id)
            .Join(office.Users, i => i.AskedById, u => u.Id, (_, u) => u)
            .Where(u => u.DisabledAt == null)
            .Select(u => new
            {
                u.Id,
                u.Name,
                u.Role,
            })
            .SingleOrDefaultAsync(stop);
        return user is null
            ? Viewer.Nobody
            : new(user.Id, user.Name, user.Role, id.ToString("D", CultureInfo.InvariantCulture));
    }

    static async Task<bool> ClaimAsync(Office office, Guid id, CancellationToken stop) =>
        await office
            .Database.SqlQuery<bool>(
                $"""select pg_try_advisory_lock(hashtextextended({id.ToString()}, 0)) as "Value" """
            )
            .SingleAsync(stop);
}

/// <summary>Who asked was disabled, or is no longer a manager.</summary>
sealed class NotAllowed : Exception
{
    internal const string Text =
        "Nothing was saved: whoever started this may no longer bring lists in. Somebody else can start it again.";
}
