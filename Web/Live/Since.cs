using Npgsql;
using NpgsqlTypes;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Live;

/// <summary>What a page carries, so that nothing is lost between its queries and its socket.</summary>
public sealed class Since(NpgsqlDataSource database, Position position)
{
    const string Empty = "";

    /// <summary>Without asking the database; empty while this node cannot say.</summary>
    public string Known => position.Mark?.ToString() ?? Empty;

    /// <summary>Ask for it BEFORE the page's queries: too old costs a fetch, too new loses a change.</summary>
    public async ValueTask<string> CurrentAsync(CancellationToken stop = default)
    {
        if (position.Mark is { } mark)
        {
            return mark.ToString();
        }
        try
        {
            var (now, _, _) = await ReadAsync("", ulong.MaxValue, [], stop);
            return now.ToString();
        }
        // A page that says that the database is lost is rendered, too. An empty mark revalidates everything.
        catch (NpgsqlException)
        {
            return Empty;
        }
    }

    /// <summary>Which of these topics were touched since then. To be asked AFTER joining their groups.</summary>
    public async Task<Watched> MissedAsync(
        string? since,
        IReadOnlyCollection<string> topics,
        CancellationToken stop = default
    )
    {
        var then = Mark.Parse(since);
        var names = topics.SelectMany(Topic.NamesOf).Distinct().ToArray();
        var (now, floor, touched) = await ReadAsync(
            StorableText.Of(then?.Epoch ?? ""),
            then?.Xmin ?? ulong.MaxValue,
            names,
            stop
        );
        var isTooOld = then is null || then.Epoch != now.Epoch || then.Xmin <= floor;
        return isTooOld
            ? new Watched(now.ToString(), [.. topics], All: true)
            : new Watched(
                now.ToString(),
                [.. topics.Where(topic => Topic.NamesOf(topic).Any(touched.Contains))],
                All: false
            );
    }

    // A mark of another database, or from before what is remembered, reads nothing: its answer is known.
    async Task<(Mark Now, ulong Floor, HashSet<string> Touched)> ReadAsync(
        string epoch,
        ulong xmin,
        string[] names,
        CancellationToken stop
    )
    {
        await using var command = database.CreateCommand(
            $"""
            select {ChangeLog.EpochSql}, pg_snapshot_xmin(pg_current_snapshot()),
                coalesce((select xid from change_log_floor), '0'::xid8),
                array(select distinct topic from change_log c, unnest(c.topics) topic
                      where $3 = {ChangeLog.EpochSql} and $1 > coalesce((select xid from change_log_floor), '0'::xid8)
                        and c.xid >= $1 and c.topics && $2 and topic = any ($2))
            """
        );
        command.Parameters.Add(new() { Value = xmin, NpgsqlDbType = NpgsqlDbType.Xid8 });
        command.Parameters.Add(new() { Value = names });
        command.Parameters.Add(new() { Value = epoch });
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        return (
            new Mark(reader.GetString(0), reader.GetFieldValue<ulong>(1)),
            reader.GetFieldValue<ulong>(2),
            [.. reader.GetFieldValue<string[]>(3)]
        );
    }
}

/// <summary>The answer to Watch: the mark to come back with, what was missed, or that all must be asked again.</summary>
public sealed record Watched(string Since, string[] Topics, bool All)
{
    public string? Node { get; init; }
    public string? Version { get; init; }
}
