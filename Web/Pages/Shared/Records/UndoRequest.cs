using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>Takes back what one's own request did, as far as one's role may still change it.</summary>
public sealed class UndoRequest(Office office, TimeProvider clock)
{
    /// <summary>Also says which kind of record it was about, when there was anything to take back.</summary>
    /// <param name="also">What is saved along with it, where anything was put back. Asked once more for each attempt.</param>
    public async Task<(Toast Toast, RecordType? Type)> RunAsync(
        string requestId,
        CancellationToken stop,
        Func<Task>? also = null
    )
    {
        var type = await TypeOfAsync(requestId, stop);
        return (
            type is null
                ? new("There is nothing left to put back.", Kind: "bad")
                : await RunAsync(type, requestId, also, stop),
            type
        );
    }

    // One request changes records of one kind.
    async Task<RecordType?> TypeOfAsync(string requestId, CancellationToken stop)
    {
        var tables = RecordTypes.All.Select(type => type.Table).ToArray();
        var table = await office
            .AuditLog.Where(e => e.RequestId == requestId && e.ActorId == office.ViewerId)
            .Where(e => tables.Contains(e.TableName))
            .Select(e => e.TableName)
            .FirstOrDefaultAsync(stop);
        return table is null ? null : RecordTypes.Of(table);
    }

    async Task<Toast> RunAsync(
        RecordType type,
        string requestId,
        Func<Task>? also,
        CancellationToken stop
    )
    {
        try
        {
            return await office.RetryAsync(TryAsync);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new(
                $"Nothing was put back: somebody is changing the same {type.Plural}. Try once more.",
                Kind: "bad"
            );
        }
        catch (DbUpdateException error) when (error.IsGone())
        {
            return new(
                "Nothing was put back: something that was chosen then no longer exists.",
                Kind: "bad"
            );
        }
        catch (DbUpdateException error) when (error.IsTaken())
        {
            return new($"Nothing was put back: {type.TakenSince}.", Kind: "bad");
        }

        // What somebody saved in this moment is no reason to refuse the rest.
        async Task<Toast> TryAsync()
        {
            var result = await type.UndoAsync(office, requestId, clock, stop);
            if (result.HasAny && also is not null)
                await also();
            await office.SaveChangesAsync(stop);
            return new(UndoWords.Of(type, result), Kind: result.HasAny ? "good" : "bad");
        }
    }
}
