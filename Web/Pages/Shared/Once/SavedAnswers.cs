using Npgsql;
using NpgsqlTypes;

namespace StaffDashboard.Web.Pages.Shared.Once;

/// <summary>The answers that were given, in the database: any node may be asked again.</summary>
sealed class SavedAnswers(NpgsqlDataSource database, TimeProvider clock, ILogger<SavedAnswers> log)
{
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Null: nobody did it. An answer without a status: it was saved, what was said is lost.</summary>
    public async Task<Found?> FindAsync(Asked asked)
    {
        while (true)
        {
            var found = await ReadAsync(asked);
            if (found is not { Answer: null, IsRecent: true, IsRefused: false })
                return found;
            // Saved a moment ago; whoever did it is still drawing the answer. Not for long: it may have died over it.
            await Task.Delay(Look, clock);
        }
    }

    /// <summary>Runs when the answer is on its way: keeping it makes nobody wait, and a failure hurts nobody.</summary>
    public async Task KeepAsync(Asked asked, KeptAnswer answer)
    {
        try
        {
            await using var batch = Batch(
                asked,
                "update saved_answers set status = $3, headers = $4, body = $5 where user_id = $1 and key = $2 and status is null",
                Of(answer.Status, NpgsqlDbType.Integer),
                Of(answer.HeadersAsJson, NpgsqlDbType.Jsonb),
                Of(answer.Body, NpgsqlDbType.Bytea)
            );
            await batch.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException failed)
        {
            log.LogWarning(failed, "An answer was not kept; a repeat is told that it was saved");
        }
    }

    /// <summary>False when a twin of the request took the key while it was free for a moment.</summary>
    public async Task<bool> RefuseAsync(Asked asked, KeptAnswer? answer)
    {
        await using var batch = Batch(
            asked,
            """
            insert into saved_answers (user_id, key, refused_hashes, body_hash, path, at, status, headers, body)
            values ($1, $2, array[$3::bytea], $3, $4, clock_timestamp(), $5, $6, $7)
            on conflict (user_id, key) do update set refused_hashes = saved_answers.refused_hashes || excluded.body_hash,
              body_hash = excluded.body_hash, path = excluded.path, at = excluded.at, status = excluded.status,
              headers = excluded.headers, body = excluded.body
            where saved_answers.body_hash = any (saved_answers.refused_hashes)
              and excluded.body_hash <> all (saved_answers.refused_hashes) and cardinality(saved_answers.refused_hashes) < 50
            """,
            Of(asked.Hash, NpgsqlDbType.Bytea),
            Of(asked.Path, NpgsqlDbType.Text),
            Of(answer?.Status, NpgsqlDbType.Integer),
            Of(answer?.HeadersAsJson, NpgsqlDbType.Jsonb),
            Of(answer?.Body, NpgsqlDbType.Bytea)
        );
        await batch.ExecuteNonQueryAsync();
        return batch.BatchCommands[1].RecordsAffected > 0;
    }

    async Task<Found?> ReadAsync(Asked asked)
    {
        await using var batch = Batch(
            asked,
            """
            select body_hash, at > clock_timestamp() - interval '1 second', status, headers::text, body,
              $3 = any (refused_hashes)
            from saved_answers where user_id = $1 and key = $2
            """,
            Of(asked.Hash, NpgsqlDbType.Bytea)
        );
        await using var rows = await batch.ExecuteReaderAsync();
        await rows.NextResultAsync();
        if (!await rows.ReadAsync())
            return null;
        var isSame = rows.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(asked.Hash);
        var answer = await rows.IsDBNullAsync(2)
            ? null
            : new KeptAnswer(
                rows.GetInt32(2),
                KeptAnswer.HeadersOf(rows.GetString(3)),
                rows.GetFieldValue<byte[]>(4)
            );
        return new(isSame, rows.GetBoolean(1), answer, rows.GetBoolean(5));
    }

    static NpgsqlParameter Of(object? value, NpgsqlDbType type) =>
        new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    NpgsqlBatch Batch(Asked asked, string sql, params NpgsqlParameter[] values)
    {
        // Row security wants to know who asks; for this one round trip only.
        var viewer = new NpgsqlBatchCommand("select set_config('app.user_id', $1, true)");
        viewer.Parameters.Add(new() { Value = asked.Person.ToString() });
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(new() { Value = asked.Person });
        command.Parameters.Add(new() { Value = asked.Key });
        foreach (var value in values)
            command.Parameters.Add(value);
        var batch = database.CreateBatch();
        batch.BatchCommands.Add(viewer);
        batch.BatchCommands.Add(command);
        return batch;
    }

    /// <param name="IsSame">As what was done or refused last under this key.</param>
    /// <param name="IsRefused">This very request was.</param>
    public sealed record Found(bool IsSame, bool IsRecent, KeptAnswer? Answer, bool IsRefused);
}
