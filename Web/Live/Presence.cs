using Npgsql;
using NpgsqlTypes;

namespace StaffDashboard.Web.Live;

/// <summary>
/// Writes down who has which page open on this node, and takes away what a silent node left. A page that many have open
/// is told less often: its viewers ask again each time, and all their questions together stay at some twenty a second.
/// </summary>
sealed class Presence(
    LiveConnections connections,
    NpgsqlDataSource database,
    Node node,
    TimeProvider time,
    ILogger<Presence> log
) : Background
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    const int TicksBetweenChecks = 5;

    // Those whose node has not said for three heartbeats that it is there are somewhere else by now, or nowhere.
    const string Sql = """
        with here as (
          select user_id, place from unnest($2, $3) h(user_id, place) join users on users.id = user_id
        ), left_behind as (
          delete from presence p where node = $1 and ($4 is null or place = any($4)) and place <> all($5)
            and not exists (select from here h where h.user_id = p.user_id and h.place = p.place)
        ), silent as (
          delete from presence p where $4 is null and node <> $1 and not exists (
            select from nodes where id = p.node and heartbeat_at > clock_timestamp() - interval '15 seconds')
        )
        insert into presence (node, user_id, place)
        select $1, user_id, place from here where ($4 is null or place = any($4)) and place <> all($5)
        on conflict do nothing
        """;

    readonly Whereabouts whereabouts = new();
    bool isLate;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Every, time);
        for (var tick = 1; await ticks.WaitForNextTickAsync(stoppingToken); tick++)
        {
            await TryAsync(isCheck: tick % TicksBetweenChecks == 0, stoppingToken);
        }
    }

    async Task TryAsync(bool isCheck, CancellationToken stop)
    {
        try
        {
            var now = time.GetTimestamp();
            whereabouts.See(connections.All, time.GetElapsedTime(0, now));
            var due = whereabouts.Due(time.GetElapsedTime(0, now));
            if (isCheck || due.Count > 0)
            {
                await WriteAsync(isCheck ? null : [.. due], stop);
                whereabouts.Told(due, time.GetElapsedTime(0, now));
            }
            isLate = false;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
        // Whatever it was: an exception that left here would end the whole program. It is said once, not every second.
        catch (Exception failed)
        {
            if (!isLate)
                log.LogWarning(failed, "Who is here could not be written down; trying again");
            isLate = true;
        }
    }

    /// <param name="due">The places that changed; null looks at all, as after the database was away.</param>
    async Task WriteAsync(string[]? due, CancellationToken stop)
    {
        var here = whereabouts.Here(due);
        await using var command = database.CreateCommand(Sql);
        command.CommandTimeout = 5;
        command.Parameters.Add(new() { Value = node.Id });
        command.Parameters.Add(new() { Value = here.Select(one => one.Who).ToArray() });
        AddTexts(here.Select(one => one.Place));
        AddTexts(due);
        AddTexts(whereabouts.Waiting(due));
        await command.ExecuteNonQueryAsync(stop);

        void AddTexts(IEnumerable<string>? texts) =>
            command.Parameters.Add(
                new()
                {
                    Value = (object?)texts?.ToArray() ?? DBNull.Value,
                    NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
                }
            );
    }
}
