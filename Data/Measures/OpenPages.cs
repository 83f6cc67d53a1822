namespace StaffDashboard.Data.Measures;

/// <summary>
/// The pages that are open now. A page tells of itself once a minute: one that fell silent without a goodbye has
/// lost its line or sleeps, and after half an hour nobody is thought to sit there.
/// </summary>
public sealed record OpenPages(
    IReadOnlyList<(string State, int People)> States,
    IReadOnlyList<(string Transport, int Pages)> Transports,
    int Waiting,
    DateTimeOffset? OldestWaiting
)
{
    public static readonly OpenPages None = new([], [], 0, null);

    internal const string Now = """
        pages_now as (
          select b.*, case when seen_at > @now - interval '150 seconds' then state else 'silent' end as state_now,
            case when seen_at <= @now - interval '150 seconds' then 6 when state = 'offline' then 5
              when state = 'signed-out' then 4 when state = 'polling' then 3 when state = 'poor' then 2
              when state = 'live' then 0 else 1 end as worse
          from browsers b where seen_at > @now - interval '30 minutes' and state <> 'closed'
            and (@node::text is null or node = @node)
        )
        """;

    // A person is where the best of their pages is: a forgotten laptop does not make them silent.
    const string Sql = $"""
        with {Now}, people as (
          select distinct on (user_id) state_now from pages_now order by user_id, worse
        )
        select 'state', state_now, count(*)::int, null::timestamptz from people group by state_now
        union all
        select 'transport', transport, count(*)::int, null from pages_now where state_now not in ('offline', 'silent') group by transport
        union all
        select 'queue', '', least(coalesce(sum(queue_length), 0), 2147483647)::int, min(queue_oldest) filter (where queue_length > 0)
        from pages_now
        """;

    public int People => States.Sum(state => state.People);

    public int In(string state) => States.Where(s => s.State == state).Sum(s => s.People);

    public static async Task<OpenPages> ReadAsync(
        Office office,
        DateTimeOffset now,
        string? node,
        CancellationToken stop
    )
    {
        await using var connection = await office.HoldConnectionAsync(stop);
        await using var command = connection.Command(Sql);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddText("node", node);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var states = new List<(string, int)>();
        var transports = new List<(string, int)>();
        var pages = None;
        while (await reader.ReadAsync(stop))
        {
            var (word, count) = (reader.GetString(1), reader.GetInt32(2));
            if (reader.GetString(0) == "state")
                states.Add((word, count));
            else if (reader.GetString(0) == "transport")
                transports.Add((word, count));
            else
                pages = pages with { Waiting = count, OldestWaiting = reader.MomentOrNull(3) };
        }
        return pages with
        {
            States = [.. states.OrderByDescending(s => s.Item2).ThenBy(s => s.Item1)],
            Transports = [.. transports.OrderByDescending(t => t.Item2).ThenBy(t => t.Item1)],
        };
    }
}
