using System.Text.Json;
using StaffDashboard.Data;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Web.Pages.Shared.Trail;

static class TrailFacts
{
    /// <summary>What an entry says, as far as this viewer may know it.</summary>
    public static IEnumerable<TrailFact> Of(AuditEntry entry, TrailNames names, Viewer viewer) =>
        entry
            .Diff.RootElement.EnumerateObject()
            .Select(column => Of(entry.TableName, column.Name, column.Value, names, viewer))
            .OfType<TrailFact>();

    static TrailFact? Of(
        string table,
        string column,
        JsonElement pair,
        TrailNames names,
        Viewer viewer
    )
    {
        if (TrailColumns.Label(table, column) is not { } label)
            return null;
        if (pair.ValueKind != JsonValueKind.Array)
            return new(column, label, TrailFactKind.Erased);
        if (RecordTypes.Of(table)?.ByColumn(column)?.MayBeSeenBy(viewer) == false)
            return new(column, label, TrailFactKind.Secret);
        var before = TrailColumns.Show(table, column, pair[0], names);
        var after = TrailColumns.Show(table, column, pair[1], names);
        return new(column, label, KindOf(before, after), before, after);
    }

    static TrailFactKind KindOf(string before, string after) =>
        before.Length == 0 ? TrailFactKind.Set
        : after.Length == 0 ? TrailFactKind.Cleared
        : TrailFactKind.Changed;
}
