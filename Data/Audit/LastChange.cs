using Microsoft.EntityFrameworkCore;

namespace StaffDashboard.Data.Audit;

/// <summary>Who changed a column of a person last, and when.</summary>
public sealed record LastChange(string Column, Guid? ActorId, string Actor, DateTimeOffset At)
{
    // A column that was not touched in so many changes is not the one that somebody is typing into right now.
    const int Recent = 50;

    public static async Task<IReadOnlyList<LastChange>> OfAsync(
        Office office,
        Guid person,
        IReadOnlyCollection<string> columns,
        CancellationToken stop
    )
    {
        var entries = await office
            .AuditLog.AsNoTracking()
            .Where(e => e.PersonId == person && e.TableName == "employees")
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Take(Recent)
            .ToListAsync(stop);
        return
        [
            .. columns.SelectMany(column =>
                entries
                    .Where(e => e.Diff.RootElement.TryGetProperty(column, out _))
                    .Take(1)
                    .Select(e => new LastChange(column, e.ActorId, e.Actor, e.At))
            ),
        ];
    }
}
