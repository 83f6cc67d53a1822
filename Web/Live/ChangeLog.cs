using Npgsql;
using NpgsqlTypes;

namespace StaffDashboard.Web.Live;

/// <summary>A connection of its own that hears the doorbell and reads the change log.</summary>
public sealed class ChangeLog : IAsyncDisposable
{
    /// <summary>Names the history the transaction ids belong to: a restore or a failover begins another one.</summary>
    internal const string EpochSql = """
        (select system_identifier::text from pg_control_system())
        || '-' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)
        || '-' || (select oid::text from pg_database where datname = current_database())
        """;

    const string XminSql = "pg_snapshot_xmin(pg_current_snapshot())";
    const string Columns = "c.xid, c.id, c.topics, c.request_id, c.actor, c.at";

    readonly NpgsqlConnection connection;
    bool isRung;

    ChangeLog(NpgsqlConnection connection)
    {
        this.connection = connection;
        connection.Notification += (_, _) => isRung = true;
    }

    public static async Task<ChangeLog> OpenAsync(NpgsqlDataSource database, CancellationToken stop)
    {
        var listener = await OwnConnection.OpenAsync(database, "changes", stop);
        var log = new ChangeLog(listener);
        await using var listen = new NpgsqlCommand("listen changes", listener);
        await listen.ExecuteNonQueryAsync(stop);
        return log;
    }

    public async Task<bool> HearsBellAsync(TimeSpan patience, CancellationToken stop)
    {
        // Npgsql takes less than a millisecond for no limit at all.
        if (!isRung && patience >= TimeSpan.FromMilliseconds(1))
        {
            await connection.WaitAsync(patience, stop);
        }
        var rung = isRung;
        isRung = false;
        return rung;
    }

    public async Task<Start> StartAsync(CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(
            $"select {EpochSql}, {XminSql}, coalesce((select max(id) from change_log), 0)",
            connection
        );
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        return new Start(
            reader.GetString(0),
            reader.GetFieldValue<ulong>(1),
            reader.GetFieldValue<long>(2)
        );
    }

    public async Task<List<Change>> AfterAsync(long id, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(
            $"select {Columns} from change_log c where c.id > $1 order by c.id",
            connection
        );
        command.Parameters.Add(new() { Value = id, NpgsqlDbType = NpgsqlDbType.Bigint });
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new List<Change>();
        while (await reader.ReadAsync(stop))
        {
            rows.Add(Row(reader, 0));
        }
        return rows;
    }

    /// <summary>Horizon and rows in one statement: taken apart, a commit between the two would be lost.</summary>
    public async Task<Sweep> SweepAsync(ulong cursor, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select {XminSql}, (select xid from change_log_floor), {Columns}
            from (values (1)) one left join change_log c on c.xid >= $1
            order by c.id
            """,
            connection
        );
        command.Parameters.Add(new() { Value = cursor, NpgsqlDbType = NpgsqlDbType.Xid8 });
        await using var reader = await command.ExecuteReaderAsync(stop);
        var sweep = new Sweep(0, 0, []);
        while (await reader.ReadAsync(stop))
        {
            sweep = sweep with
            {
                Xmin = reader.GetFieldValue<ulong>(0),
                Floor = await reader.IsDBNullAsync(1, stop) ? 0 : reader.GetFieldValue<ulong>(1),
            };
            if (!await reader.IsDBNullAsync(2, stop))
            {
                sweep.Rows.Add(Row(reader, 2));
            }
        }
        return sweep;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    static Change Row(NpgsqlDataReader reader, int at) =>
        new(
            reader.GetFieldValue<ulong>(at),
            reader.GetInt64(at + 1),
            reader.GetFieldValue<string[]>(at + 2),
            Text(reader, at + 3),
            Text(reader, at + 4),
            reader.GetFieldValue<DateTimeOffset>(at + 5)
        );

    static string? Text(NpgsqlDataReader record, int at) =>
        record.IsDBNull(at) ? null : record.GetString(at);
}

public sealed record Start(string Epoch, ulong Xmin, long Highest);

public sealed record Sweep(ulong Xmin, ulong Floor, List<Change> Rows);
