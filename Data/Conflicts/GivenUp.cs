using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace StaffDashboard.Data.Conflicts;

/// <summary>What somebody typed and then gave up for another value. As the column would hold it.</summary>
public sealed record GivenUp(string Column, JsonNode? Kept, JsonNode? Value)
{
    public const string Action = "given-up";

    /// <summary>Into the trail, from where it can be put back.</summary>
    public static Task KeepAsync(
        Office office,
        string table,
        string row,
        Guid? person,
        IEnumerable<GivenUp> values,
        CancellationToken stop
    )
    {
        var lost = values.Where(v => !JsonNode.DeepEquals(v.Kept, v.Value)).ToList();
        if (lost.Count == 0)
            return Task.CompletedTask;
        var difference = new JsonObject();
        foreach (var value in lost)
            difference[value.Column] = new JsonArray(
                value.Kept?.DeepClone(),
                value.Value?.DeepClone()
            );
        var (about, json) = ($"{person}", difference.ToJsonString());
        return office.Database.ExecuteSqlAsync(
            $"select keep_given_up({table}, {row}, nullif({about}, '')::uuid, {json}::jsonb)",
            stop
        );
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
        return new(entry.RowId, column, Node(pair[0]), Node(pair[1]));
    }

    static JsonNode? Node(JsonElement stored) => JsonSerializer.SerializeToNode(stored);
}

public sealed record Lost(string Row, string Column, JsonNode? Kept, JsonNode? Value);
