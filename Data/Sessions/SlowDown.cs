using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace StaffDashboard.Data.Sessions;

/// <summary>What an attempt is counted under, and how many may fail before one has to wait.</summary>
public sealed record Counted(string Kind, string What, int Free)
{
    /// <summary>However often it failed, one waits no longer than this.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(30);

    internal string Key { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}|{What}")));
}

/// <summary>
/// Slows guessing down on all nodes together. An attempt is counted before it is tried, under a lock,
/// or a hundred at once would all count as the first.
/// </summary>
public sealed class SlowDown(
    [FromKeyedServices(OfficeServices.Throttles)] NpgsqlDataSource database,
    TimeProvider clock
)
{
    static readonly TimeSpan Forgiven = TimeSpan.FromHours(1);

    /// <summary>Zero when the attempt may be made; otherwise how long to wait, and nothing is counted.</summary>
    public async Task<TimeSpan> TakeAsync(Counted[] under, CancellationToken stop = default)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        var failures = await LockAsync(connection, under, now, stop);
        var wait = under.Max(counted => Wait(failures[counted.Key], counted, now));
        if (wait > TimeSpan.Zero)
            return wait;
        await RunAsync(
            connection,
            "update sign_in_throttles set failures = failures + 1, last_failure_at = $2 where key = any ($1)",
            under,
            now,
            stop
        );
        await transaction.CommitAsync(stop);
        return TimeSpan.Zero;
    }

    /// <summary>The attempt was good: it was no failure, and of some keys the past is forgotten.</summary>
    public async Task ForgiveAsync(
        Counted[] under,
        Counted[] forget,
        CancellationToken stop = default
    )
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await RunAsync(
            connection,
            "update sign_in_throttles set failures = greatest(failures - 1, 0) where key = any ($1) and last_failure_at <= $2",
            under,
            clock.GetUtcNow(),
            stop
        );
        await RunAsync(
            connection,
            "delete from sign_in_throttles where key = any ($1) or last_failure_at < $2",
            forget,
            clock.GetUtcNow() - TimeSpan.FromDays(1),
            stop
        );
    }

    static TimeSpan Wait(
        (int Count, DateTimeOffset Last) failures,
        Counted counted,
        DateTimeOffset now
    )
    {
        if (failures.Count < counted.Free || now - failures.Last > Forgiven)
            return TimeSpan.Zero;
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures.Count - counted.Free, 10)));
        var until = failures.Last + (pause < counted.Longest ? pause : counted.Longest);
        return until > now ? until - now : TimeSpan.Zero;
    }

    static async Task<Dictionary<string, (int, DateTimeOffset)>> LockAsync(
        NpgsqlConnection connection,
        Counted[] under,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        await RunAsync(
            connection,
            """
            insert into sign_in_throttles (key, failures, last_failure_at)
            select k, 0, $2 from unnest($1) k order by k
            -- Locks the one that is there, too: somebody let in meanwhile would delete it before it is read below.
            on conflict (key) do update set key = excluded.key
            """,
            under,
            now,
            stop
        );
        await RunAsync(
            connection,
            "update sign_in_throttles set failures = 0 where key = any ($1) and last_failure_at < $2",
            under,
            now - Forgiven,
            stop
        );
        await using var command = new NpgsqlCommand(
            "select key, failures, last_failure_at from sign_in_throttles where key = any ($1) order by key for update",
            connection
        );
        command.Parameters.Add(new() { Value = Keys(under) });
        await using var reader = await command.ExecuteReaderAsync(stop);
        var found = new Dictionary<string, (int, DateTimeOffset)>(StringComparer.Ordinal);
        while (await reader.ReadAsync(stop))
            found[reader.GetString(0)] = (
                reader.GetInt32(1),
                reader.GetFieldValue<DateTimeOffset>(2)
            );
        return found;
    }

    static async Task RunAsync(
        NpgsqlConnection connection,
        string sql,
        Counted[] under,
        DateTimeOffset at,
        CancellationToken stop
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = Keys(under) });
        command.Parameters.Add(new() { Value = at });
        await command.ExecuteNonQueryAsync(stop);
    }

    static string[] Keys(Counted[] under) =>
        [.. under.Select(counted => counted.Key).Order(StringComparer.Ordinal)];
}
