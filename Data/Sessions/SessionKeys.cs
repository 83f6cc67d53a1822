using System.Security.Cryptography;
using System.Text;
using Npgsql;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Data.Sessions;

/// <summary>Opens, finds and ends sessions by the key that only the browser holds.</summary>
public sealed class SessionKeys(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Unused for so long, a session is over.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <summary>However much it is used, it is over then: a stolen one is not good for ever.</summary>
    public static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(30);
    static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>Of one person, in all browsers; the one that was used longest ago makes room.</summary>
    public const int Most = 50;

    public async Task<string> OpenAsync(
        Guid userId,
        string browser,
        string address,
        CancellationToken stop = default
    )
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        await using var batch = Batch(key);
        // The opener is named for the trail; the key lets the row through its own lock.
        batch.BatchCommands.Add(
            new(
                "select set_config('app.user_id', id::text, false), set_config('app.user_name', name, false) from users where id = $1"
            )
            {
                Parameters = { new() { Value = userId } },
            }
        );
        batch.BatchCommands.Add(
            new(
                """
                insert into sessions (id, user_id, key_hash, stamp, browser, address, created_at, last_seen_at, expires_at)
                select $1, id, $2, security_stamp, $3, $4, $5, $5, $6 from users where id = $7
                """
            )
            {
                Parameters =
                {
                    new() { Value = Guid.CreateVersion7(now) },
                    new() { Value = Hash(key) },
                    new() { Value = CleanText.Beginning(browser, 300) },
                    new() { Value = CleanText.Beginning(address, 64) },
                    new() { Value = now },
                    new() { Value = now + Lifetime },
                    new() { Value = userId },
                },
            }
        );
        batch.BatchCommands.Add(
            new(
                """
                delete from sessions where id in (
                  select id from sessions where user_id = $1 and key_hash <> $2 order by last_seen_at desc, id desc offset $3)
                """
            )
            {
                Parameters =
                {
                    new() { Value = userId },
                    new() { Value = Hash(key) },
                    new() { Value = Most - 1 },
                },
            }
        );
        await batch.ExecuteNonQueryAsync(stop);
        return key;
    }

    /// <summary>Whose session the key opens, as that person is this very moment; null when it opens none.</summary>
    public async Task<SignedIn?> FindAsync(string key, CancellationToken stop = default)
    {
        var now = clock.GetUtcNow();
        var found = await ReadAsync(key, now, stop);
        if (found is not null && now - found.LastSeenAt > SeenEvery)
            await RunAsync(
                key,
                "update sessions set last_seen_at = $2, expires_at = least($3, created_at + $4) where key_hash = $1",
                stop,
                now,
                now + Lifetime,
                LongestLifetime
            );
        return found;
    }

    // The one who leaves is named for the trail.
    public Task EndAsync(string key, CancellationToken stop = default) =>
        RunAsync(
            key,
            """
            with leaver as (select set_config('app.user_id', u.id::text, false), set_config('app.user_name', u.name, false)
                            from sessions s join users u on u.id = s.user_id where s.key_hash = $1)
            delete from sessions where key_hash = $1 and exists (select from leaver)
            """,
            stop
        );

    async Task<SignedIn?> ReadAsync(string key, DateTimeOffset now, CancellationToken stop)
    {
        await using var batch = Batch(key);
        batch.BatchCommands.Add(
            new(
                """
                select s.id, u.id, u.name, u.email, u.role, s.created_at, s.last_seen_at, s.expires_at
                from sessions s join users u on u.id = s.user_id
                where s.key_hash = $1 and s.expires_at > $2 and s.created_at > $3 and s.stamp = u.security_stamp and u.disabled_at is null
                """
            )
            {
                Parameters =
                {
                    new() { Value = Hash(key) },
                    new() { Value = now },
                    new() { Value = now - LongestLifetime },
                },
            }
        );
        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.NextResultAsync(stop);
        if (!await reader.ReadAsync(stop))
            return null;
        return new(
            reader.GetGuid(0),
            reader.GetGuid(1),
            reader.GetString(2),
            reader.GetString(3),
            Enum.Parse<UserRole>(reader.GetString(4)),
            reader.GetFieldValue<DateTimeOffset>(5),
            reader.GetFieldValue<DateTimeOffset>(6),
            reader.GetFieldValue<DateTimeOffset>(7)
        );
    }

    async Task RunAsync(string key, string sql, CancellationToken stop, params object[] values)
    {
        await using var batch = Batch(key);
        var command = new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = Hash(key) } } };
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(stop);
    }

    NpgsqlBatch Batch(string key)
    {
        var batch = database.CreateBatch();
        batch.BatchCommands.Add(
            new("select set_config('app.session_key', $1, false)")
            {
                Parameters = { new() { Value = Convert.ToHexString(Hash(key)) } },
            }
        );
        return batch;
    }

    static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
