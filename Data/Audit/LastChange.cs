using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Data.Audit;

/// <summary>Who changed a column of a row last, and when.</summary>
public sealed record LastChange(string Column, Guid? ActorId, string Actor, DateTimeOffset At)
{
    // A column that was not touched in so many changes is not the one that somebody is typing into right now.
    const int Recent = 50;

    // A row that is there only where the default does not hold comes and goes with a change.
    static readonly string[] Changes = ["insert", "update", "delete"];

    public string NameTo(Viewer viewer) =>
        ActorId is { } actor && actor == viewer.Id ? "You (in another window)" : Actor;

    /// <summary>"Tom Maier and Bea Keller".</summary>
    public static string Names(IReadOnlyList<LastChange> changes, Viewer viewer) =>
        changes.Count == 0
            ? "Somebody"
            : string.Join(" and ", changes.Select(c => c.NameTo(viewer)).Distinct());

    public static async Task<IReadOnlyList<LastChange>> OfAsync(
        Office office,
        string table,
        string row,
        IReadOnlyCollection<string> columns,
        CancellationToken stop
    )
    {
        var entries = await office
            .AuditLog.AsNoTracking()
            .Where(e => e.TableName == table && e.RowId == row && Changes.Contains(e.Action))
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Take(Recent)
            .ToListAsync(stop);
        var names = await UserNames.OfAsync(office, entries.Select(e => e.ActorId), stop);
        return
        [
            .. columns.SelectMany(column =>
                entries
                    .Where(e => e.Diff.RootElement.TryGetProperty(column, out _))
                    .Take(1)
                    .Select(e => new LastChange(
                        column,
                        e.ActorId,
                        names.Of(e.ActorId, e.ActorName),
                        e.At
                    ))
            ),
        ];
    }
}
