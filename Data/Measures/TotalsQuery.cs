using System.Data;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace StaffDashboard.Data.Measures;

/// <summary>
/// Reads what was measured. A whole hour that is summed up is read as one line, everything else by the minute: nothing
/// is counted twice, nothing is left out.
/// </summary>
public static class TotalsQuery
{
    // Distributions are added up here: by SQL, 65 rows a line would be made of them.
    const string Columns = "name, label, count, sum, max, buckets";

    static readonly string OfAll = Sql(
        HoursAndMinutes.OfMeasures("measure_hours", Columns, "name = any(@names)")
    );

    static readonly string OfNode = Sql(
        HoursAndMinutes.OfMeasures(
            "measure_node_hours",
            Columns,
            "name = any(@names) and node = @node"
        )
    );

    /// <summary>All of the stretch together.</summary>
    public static Task<Totals> TotalsAsync(
        this Office office,
        IReadOnlyCollection<string> names,
        Stretch stretch,
        CancellationToken stop
    ) => office.TotalsAsync(names, stretch, stretch.Length, null, stop);

    /// <param name="step">How finely it is to be cut: see <see cref="Totals.Steps"/>.</param>
    /// <param name="node">One node's share alone; null for all.</param>
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
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        if (stretch.Length <= TimeSpan.Zero)
            yield break;
        var hours = stretch.IsCutByHours(step)
            ? stretch.WholeHours(await office.RolledUpAsync(stop))
            : Stretch.Empty(stretch.From);
        await using var connection = await office.HoldConnectionAsync(stop);
        await using var command = connection.Command(node is null ? OfAll : OfNode);
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
                new(
                    reader.GetInt64(3),
                    reader.GetDouble(4),
                    reader.GetDouble(5),
                    reader.IsDBNull(6) ? null : reader.GetFieldValue<long[]>(6)
                )
            );
    }

    static string Sql(string lines) =>
        $"""
            with lines as (
            {lines}
            )
            select date_bin(@step, at, @from), name, label, sum(count)::bigint, sum(sum), max(max), null::bigint[]
            from lines where buckets is null group by 1, 2, 3
            union all
            select at, name, label, count, sum, max, buckets from lines where buckets is not null
            """;

    static async Task<DateTimeOffset> RolledUpAsync(this Office office, CancellationToken stop)
    {
        await using var connection = await office.HoldConnectionAsync(stop);
        await using var command = connection.Command("select until from measure_rolled");
        return new((DateTime)(await command.ExecuteScalarAsync(stop))!, TimeSpan.Zero);
    }
}
