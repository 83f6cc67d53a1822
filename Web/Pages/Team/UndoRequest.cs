using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>Takes back what one's own request did, as far as one's role may still change it.</summary>
public sealed class UndoRequest(Office office, TimeProvider clock)
{
    const int Attempts = 5;

    /// <param name="also">What is saved along with it, where anything was put back. Asked once more for each attempt.</param>
    public async Task<Toast> RunAsync(
        string requestId,
        CancellationToken stop,
        Func<Task>? also = null,
        int attempt = 1
    )
    {
        try
        {
            var result = await Employee.Type.UndoAsync(office, requestId, clock, stop);
            if (result.HasAny && also is not null)
                await also();
            await office.SaveChangesAsync(stop);
            return new(UndoWords.Of(result), Kind: result.HasAny ? "good" : "bad");
        }
        // What somebody saved in this moment is no reason to refuse the rest.
        catch (DbUpdateConcurrencyException) when (attempt < Attempts)
        {
            office.ChangeTracker.Clear();
            return await RunAsync(requestId, stop, also, attempt + 1);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new(
                "Nothing was put back: somebody is changing the same people. Try once more.",
                Kind: "bad"
            );
        }
        catch (DbUpdateException error) when (error.IsGone())
        {
            return new("Nothing was put back: one of the roles no longer exists.", Kind: "bad");
        }
        catch (DbUpdateException error) when (error.IsTaken())
        {
            return new(
                "Nothing was put back: somebody active has one of their phones by now.",
                Kind: "bad"
            );
        }
    }
}
