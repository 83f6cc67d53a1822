using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Employees.Fields;

namespace StaffDashboard.Data.Employees;

/// <summary>
/// Undoes changes out of the trail. A value is put back only where it still is what that change made of it:
/// what somebody did since stays.
/// </summary>
public static class PutBack
{
    const string ArchivedAt = "archived_at";

    // The largest import there is an Undo for, each person added and changed.
    const int Most = 2000;

    /// <summary>All that the viewer's own request did to people. Asking twice does it once.</summary>
    public static Task<PutBackResult> RequestAsync(
        Office office,
        string requestId,
        TimeProvider clock,
        CancellationToken stop
    ) => RequestAsync(office, requestId, _ => true, clock, stop);

    /// <summary>Whoever the request added is archived, unless somebody has changed them since.</summary>
    /// <param name="mayChange">By column: a role may be another one by now.</param>
    public static async Task<PutBackResult> RequestAsync(
        Office office,
        string requestId,
        Func<string, bool> mayChange,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        var entries = await office
            .AuditLog.AsNoTracking()
            .Where(e => e.RequestId == requestId && e.ActorId == office.ViewerId)
            .Where(e =>
                e.TableName == "employees" && (e.Action == "update" || e.Action == "insert")
            )
            .OrderByDescending(e => e.Id)
            .Take(Most + 1)
            .ToListAsync(stop);
        if (entries.Count > Most)
            return new() { IsTooMuch = true };
        var ids = entries.Select(e => e.PersonId).ToHashSet();
        var people = await office
            .Employees.Where(e => ids.Contains(e.Id))
            .ToDictionaryAsync(e => e.Id, stop);
        var changed = mayChange(ArchivedAt) ? await ChangedSinceAsync(office, entries, stop) : ids;
        var result = new PutBackResult();
        foreach (var entry in entries)
            if (!people.TryGetValue(entry.PersonId!.Value, out var person))
                continue;
            else if (entry.Action == "insert")
                Archive(person, changed.Contains(person.Id), result, clock);
            else
                result.Add(
                    person,
                    Columns(entry)
                        .Count(column => mayChange(column) && Column(person, entry, column, clock)),
                    Columns(entry).Count()
                );
        return result;
    }

    static void Archive(Employee person, bool isChanged, PutBackResult result, TimeProvider clock)
    {
        if (!isChanged && !person.IsArchived)
        {
            person.Archive(clock);
            result.AddArchived(person);
        }
        else
            result.Add(person, 0, 1);
    }

    // Of those the entries added: who has a later line in the trail.
    static async Task<HashSet<Guid?>> ChangedSinceAsync(
        Office office,
        IEnumerable<AuditEntry> entries,
        CancellationToken stop
    )
    {
        var added = entries.Where(e => e.Action == "insert").Select(e => e.PersonId).ToHashSet();
        if (added.Count == 0)
            return [];
        return await office
            .AuditLog.Where(e => e.TableName == "employees" && added.Contains(e.PersonId))
            .GroupBy(e => e.PersonId)
            .Where(lines => lines.Count() > 1)
            .Select(lines => lines.Key)
            .ToHashSetAsync(stop);
    }

    /// <summary>One value of one change. False when it has changed again since, or was erased.</summary>
    public static bool Column(Employee person, AuditEntry entry, string column, TimeProvider clock)
    {
        if (!IsPossible(person, entry, column))
            return false;
        var before = entry.Diff.RootElement.GetProperty(column)[Back(entry)];
        if (column != ArchivedAt)
            Put(person, EmployeeFields.ByColumn(column)!, before);
        else if (Instant(before) is null)
            person.Restore();
        else
            person.Archive(clock);
        return true;
    }

    /// <summary>Whether the value still is what that change made of it.</summary>
    public static bool IsPossible(Employee person, AuditEntry entry, string column) =>
        // What stood there before somebody was added is nothing, and nothing is no name and no employment.
        entry.Action
            is "update"
                or GivenUp.Action
        && entry.Diff.RootElement.TryGetProperty(column, out var pair)
        && pair.ValueKind == JsonValueKind.Array
        && (
            column == ArchivedAt
                ? person.ArchivedAt == Instant(pair[1 - Back(entry)])
                : EmployeeFields.ByColumn(column) is { } field
                    && field.Of(person) == field.FromTrail(pair[1 - Back(entry)])
                    && field.IsCanonical(field.FromTrail(pair[Back(entry)]))
        );

    // [before, after] of a change; [kept, given up] of a choice.
    static int Back(AuditEntry entry) => entry.Action == GivenUp.Action ? 1 : 0;

    static void Put(Employee person, EmployeeField field, JsonElement stored) =>
        field.Put(person, field.FromTrail(stored));

    static DateTimeOffset? Instant(JsonElement stored) =>
        stored.ValueKind is JsonValueKind.Null ? null : stored.GetDateTimeOffset();

    static IEnumerable<string> Columns(AuditEntry entry) =>
        entry.Diff.RootElement.EnumerateObject().Select(property => property.Name);
}

/// <summary>Whose values were put back, and whose had changed since.</summary>
public sealed class PutBackResult
{
    readonly HashSet<Employee> done = [];
    readonly HashSet<Employee> archived = [];
    readonly HashSet<Employee> kept = [];

    public IReadOnlyCollection<Employee> Done => done;

    /// <summary>More than is put back at one press: nothing was.</summary>
    public bool IsTooMuch { get; init; }

    /// <summary>Who had been added.</summary>
    public IReadOnlyCollection<Employee> Archived => archived;
    public IReadOnlyCollection<Employee> Kept => kept;

    internal void AddArchived(Employee person) => archived.Add(person);

    internal void Add(Employee person, int putBack, int asked)
    {
        if (putBack > 0)
            done.Add(person);
        if (putBack < asked)
            kept.Add(person);
    }
}
