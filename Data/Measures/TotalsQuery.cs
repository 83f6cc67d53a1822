using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace StaffDashboard.Data.Measures;

/// <summary>Reads what was measured: whole hours as they are rolled up, and the edges by the minute.</summary>
public static class TotalsQuery
{
    // Distributions are added up here: by SQL, 65 rows a line would be made of them.
    const string Columns = "name, label, count, sum, max, buckets";

    static readonly string OfAll = Sql(
        HoursAndMinutes.Of("measure", Columns, "name = any(@names)")
    );

    // Of one node there are minutes only.
    static readonly string OfNode = Sql(
        $"""
        select minute as at, {Columns} from measure_minutes
        where name = any(@names) and node = @node and minute >= @from and minute < @until
        """
    );

    /// <param name="node">One node's share alone: that is kept by the minute only.</param>
    public static async Task<Totals> TotalsAsync(
        this Office office,
        IReadOnlyCollection<string> names,
        Stretch stretch,
        TimeSpan step,
        string? node,
        CancellationToken stop
    )
    {
        var lines = new List<MeasureLine>();
        await foreach (var line in office.LinesAsync(names, stretch, step, node, stop))
            lines.Add(line);
        return new(lines);
    }

    static async IAsyncEnumerable<MeasureLine> LinesAsync(
        this Office office,
        IReadOnlyCollection<string> names,
        Stretch stretch,
        TimeSpan step,
        string? node,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop
    )
    {
        var rolledUp = node is null ? await office.RolledUpAsync(step, stop) : null;
        var hours = stretch.HoursOf(rolledUp);
        await using var command = await office.CommandAsync(node is null ? OfAll : OfNode, stop);
        command.Parameters.AddWithValue("names", names.ToArray());
        command.Parameters.AddStretch(stretch, hours);
        command.Parameters.AddWithValue("step", step);
        if (node is not null)
            command.Parameters.AddWithValue("node", node);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            yield return new(
                reader.GetFieldValue<DateTimeOffset>(0),
                reader.GetString(1),
                reader.GetString(2),
                reader.GetInt64(3),
                reader.GetDouble(4),
                reader.GetDouble(5),
                await reader.IsDBNullAsync(6, stop) ? null : reader.GetFieldValue<int[]>(6)
            );
    }

    static string Sql(string lines) =>
        $"""
            with lines as (
            {lines}
            )
            select date_bin(@step, at, @from), name, label, sum(count)::bigint, sum(sum), max(max), null::integer[]
            from lines where buckets is null group by 1, 2, 3
            union all
            select at, name, label, count, sum, max, buckets from lines where buckets is not null
            """;

    // On the viewer's own connection: what browsers told is held by row security.
    internal static async Task<NpgsqlCommand> CommandAsync(
        this Office office,
        string sql,
        CancellationToken stop
    )
    {
        var connection = (NpgsqlConnection)office.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open)
            await office.Database.OpenConnectionAsync(stop);
        return new NpgsqlCommand(sql, connection);
    }
}
