using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace StaffDashboard.Data.Conflicts;

/// <summary>What somebody typed and then gave up for another value. As the column would hold it.</summary>
public sealed record GivenUp(string Column, JsonNode? Kept, JsonNode? Value)
{
    public const string Action = "given-up";

    /// <summary>How the column may have been when the form was opened; null before there was a row.</summary>
    public required IReadOnlyList<JsonNode?> Opened { get; init; }

    /// <summary>Into the trail, from where it can be put back: where somebody else's value was met indeed.</summary>
    public static async Task KeepAsync(
        Office office,
        string table,
        string row,
        Guid? person,
        string topic,
        IEnumerable<GivenUp> values,
        CancellationToken stop
    )
    {
        var differing = values.Where(v => !JsonNode.DeepEquals(v.Kept, v.Value)).ToList();
        if (differing.Count == 0)
            return;
        var moved = await MovedAsync(office, table, row, differing, stop);
        var lost = differing.Where(v => moved.Contains(v.Column)).ToList();
        if (lost.Count == 0)
            return;
        var difference = new JsonObject();
        foreach (var value in lost)
            difference[value.Column] = new JsonArray(
                value.Kept?.DeepClone(),
                value.Value?.DeepClone()
            );
        var (about, json) = ($"{person}", difference.ToJsonString());
        await office.Database.ExecuteSqlAsync(
            $"select keep_given_up({table}, {row}, nullif({about}, '')::uuid, {topic}, {json}::jsonb)",
            stop
        );
    }

    // What a form says it was opened with counts only where the trail saw the column leave it, and not long ago: a form
    // is kept for a week. Else anybody could have the history say that they had given something up.
    static async Task<HashSet<string>> MovedAsync(
        Office office,
        string table,
        string row,
        List<GivenUp> values,
        CancellationToken stop
    )
    {
        var opened = new JsonObject();
        foreach (var value in values)
            opened[value.Column] = new JsonArray([.. value.Opened.Select(o => o?.DeepClone())]);
        var json = opened.ToJsonString();
        var columns = await office
            .Database.SqlQuery<string>(
                $"""
                select w.name as "Value" from jsonb_each({json}::jsonb) w(name, before)
                where exists (
                  select from audit_log a
                  where a.table_name = {table} and a.row_id = {row} and a.at > now() - interval '7 days'
                    and a.action in ('insert', 'update', 'delete')
                    and exists (select from jsonb_array_elements(w.before) b where b = a.diff -> w.name -> 0))
                """
            )
            .ToListAsync(stop);
        return [.. columns];
    }

    /// <summary>By "line of the trail:column", as the button "Put back" names it.</summary>
    public static async Task<Lost?> FindAsync(
        Office office,
        string table,
        string? change,
        CancellationToken stop
    )
    {
        if (
            change?.Split(':') is not [var line, var column]
            || !long.TryParse(line, CultureInfo.InvariantCulture, out var id)
            || await office
                .AuditLog.AsNoTracking()
                .FirstOrDefaultAsync(
                    e => e.Id == id && e.TableName == table && e.Action == Action,
                    stop
                )
                is not { } entry
            || !entry.Diff.RootElement.TryGetProperty(column, out var pair)
            || pair.ValueKind != JsonValueKind.Array
        )
            return null;
        return new(entry.RowId, column, pair[0], pair[1]);
    }
}

/// <summary>What was kept and what was given up for it, as the column would hold it.</summary>
public sealed record Lost(string Row, string Column, JsonElement Kept, JsonElement Value);
