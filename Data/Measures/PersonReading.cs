namespace StaffDashboard.Data.Measures;

/// <summary>What is known of one person's browsers: where they are now, and what they told in the period.</summary>
public sealed record PersonReading(
    Guid Id,
    string Name,
    string? State,
    string? Transport,
    string Agent,
    string Node,
    DateTimeOffset? SeenAt,
    int Waiting,
    DateTimeOffset? OldestWaiting,
    double? LatencyMs,
    double? SaveMs,
    long Saves,
    long Failures,
    long Rollbacks,
    long Conflicts,
    long Reconnects
);

public static class PeopleQuery
{
    // The state is null for those who have no page open.
    const string Columns =
        "user_id, confirms, confirm_ms, swaps, swap_ms, failures, rollbacks, conflicts, reconnects";

    static readonly string Sql = $"""
        with {OpenPages.Now}, told as (
          select user_id, sum(confirms) as confirms, sum(confirm_ms) as confirm_ms, sum(swaps) as swaps,
            sum(swap_ms) as swap_ms, sum(failures) as failures, sum(rollbacks) as rollbacks,
            sum(conflicts) as conflicts, sum(reconnects) as reconnects
          from (
            {HoursAndMinutes.OfPeopleWithDays(
            Columns,
            "(@person::uuid is null or user_id = @person)"
        )}
          ) lines group by user_id
        ), latest as (
          select distinct on (user_id) * from pages_now order by user_id, worse, seen_at desc
        ), queues as (
          select user_id, least(sum(queue_length), 2147483647)::int as length, min(queue_oldest) filter (where queue_length > 0) as oldest
          from pages_now group by user_id
        ), seen as (
          select distinct on (user_id) user_id, seen_at, agent, node from browsers order by user_id, seen_at desc
        )
        select u.id, u.name, l.state_now, l.transport, coalesce(l.agent, s.agent, ''), coalesce(l.node, s.node, ''),
          s.seen_at, coalesce(q.length, 0), q.oldest, t.swap_ms / nullif(t.swaps, 0),
          t.confirm_ms / nullif(t.confirms, 0), coalesce(t.confirms, 0)::bigint, coalesce(t.failures, 0)::bigint,
          coalesce(t.rollbacks, 0)::bigint, coalesce(t.conflicts, 0)::bigint, coalesce(t.reconnects, 0)::bigint
        from users u
          left join told t on t.user_id = u.id left join latest l on l.user_id = u.id
          left join queues q on q.user_id = u.id left join seen s on s.user_id = u.id
        where (t.user_id is not null or s.user_id is not null or @person::uuid is not null)
          and (@person::uuid is null or u.id = @person)
          and (@node::text is null or l.user_id is not null)
        """;

    /// <summary>Everybody of whom something is known; or the one asked for, known or not.</summary>
    public static async Task<IReadOnlyList<PersonReading>> PeopleAsync(
        this Office office,
        Stretch stretch,
        DateTimeOffset now,
        string? node,
        Guid? person,
        CancellationToken stop
    )
    {
        var hours = stretch.HoursSoFar(now);
        await using var connection = await office.HoldConnectionAsync(stop);
        await using var command = connection.Command(Sql);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddText("node", node);
        command.Parameters.Add(
            new("person", NpgsqlTypes.NpgsqlDbType.Uuid) { Value = (object?)person ?? DBNull.Value }
        );
        command.Parameters.AddStretch(stretch, hours);
        var days = hours.WholeDays();
        command.Parameters.AddWithValue("days_from", days.From);
        command.Parameters.AddWithValue("days_until", days.Until);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var people = new List<PersonReading>();
        while (await reader.ReadAsync(stop))
            people.Add(
                new(
                    reader.GetGuid(0),
                    reader.GetString(1),
                    reader.TextOrNull(2),
                    reader.TextOrNull(3),
                    reader.GetString(4),
                    reader.GetString(5),
                    reader.MomentOrNull(6),
                    reader.GetInt32(7),
                    reader.MomentOrNull(8),
                    reader.NumberOrNull(9),
                    reader.NumberOrNull(10),
                    reader.GetInt64(11),
                    reader.GetInt64(12),
                    reader.GetInt64(13),
                    reader.GetInt64(14),
                    reader.GetInt64(15)
                )
            );
        return people;
    }
}
