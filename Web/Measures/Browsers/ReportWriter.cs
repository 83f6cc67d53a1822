using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;
using StaffDashboard.Data;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Measures.Browsers;

/// <summary>
/// Writes down what a browser reported: the page as it stands and the person's own lines in one round trip, under their
/// own name, and what counts for the office into this node's minutes.
/// </summary>
sealed partial class ReportWriter(
    Minutes minutes,
    MeasureMeter meter,
    NpgsqlDataSource database,
    Node node,
    TimeProvider clock
)
{
    // To the end of this round trip only: the connection goes back into the pool.
    const string Whose =
        "select set_config('app.user_id', $1, true), set_config('app.user_role', 'Staff', true)";

    // The last page of a tab may say goodbye after the next one has said hello: that one stays open.
    const string Hello = """
        with hello as (
          insert into browsers (id, user_id, node, state, transport, latency_ms, queue_length, queue_oldest, page, agent,
            version, opened_at, seen_at, report)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
          on conflict (id) do update set node = excluded.node,
            state = case when excluded.state = 'closed' and browsers.opened_at > excluded.opened_at + interval '1 second'
              then browsers.state else excluded.state end,
            transport = excluded.transport, latency_ms = excluded.latency_ms, queue_length = excluded.queue_length,
            queue_oldest = excluded.queue_oldest, page = excluded.page, agent = excluded.agent,
            version = excluded.version, opened_at = greatest(browsers.opened_at, excluded.opened_at),
            seen_at = excluded.seen_at, report = excluded.report
          where browsers.user_id = excluded.user_id and browsers.report <> excluded.report
          returning id
        )
        """;

    const string Lines = """
        , lines as (
          insert into person_minutes
          select minute, $2, confirms, confirm_ms, confirm_max_ms, swaps, swap_ms, swap_max_ms, failures, rollbacks,
            conflicts, retries, failed_swaps, refreshes, reconnects, live_s, poor_s, polling_s, offline_s, queue_max,
            queue_age_max_s
          from unnest($15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34)
            l(minute, confirms, confirm_ms, confirm_max_ms, swaps, swap_ms, swap_max_ms, failures, rollbacks, conflicts,
              retries, failed_swaps, refreshes, reconnects, live_s, poor_s, polling_s, offline_s, queue_max,
              queue_age_max_s)
          where exists (select from hello)
          on conflict (minute, user_id) do update set confirms = person_minutes.confirms + excluded.confirms,
            confirm_ms = person_minutes.confirm_ms + excluded.confirm_ms,
            confirm_max_ms = greatest(person_minutes.confirm_max_ms, excluded.confirm_max_ms),
            swaps = person_minutes.swaps + excluded.swaps, swap_ms = person_minutes.swap_ms + excluded.swap_ms,
            swap_max_ms = greatest(person_minutes.swap_max_ms, excluded.swap_max_ms),
            failures = person_minutes.failures + excluded.failures,
            rollbacks = person_minutes.rollbacks + excluded.rollbacks,
            conflicts = person_minutes.conflicts + excluded.conflicts,
            retries = person_minutes.retries + excluded.retries,
            failed_swaps = person_minutes.failed_swaps + excluded.failed_swaps,
            refreshes = person_minutes.refreshes + excluded.refreshes,
            reconnects = person_minutes.reconnects + excluded.reconnects,
            live_s = person_minutes.live_s + excluded.live_s, poor_s = person_minutes.poor_s + excluded.poor_s,
            polling_s = person_minutes.polling_s + excluded.polling_s,
            offline_s = person_minutes.offline_s + excluded.offline_s,
            queue_max = greatest(person_minutes.queue_max, excluded.queue_max),
            queue_age_max_s = greatest(person_minutes.queue_age_max_s, excluded.queue_age_max_s)
        ), events as (
          insert into person_events (at, user_id, browser, kind, detail, ms)
          select at, $2, $1, kind, detail, ms from unnest($35, $36, $37, $38) e(at, kind, detail, ms)
          where exists (select from hello)
        )
        """;

    const string Answer = """

        select exists (select from hello), exists (select from browsers where id = $1 and user_id = $2)
        """;

    /// <returns>False when that browser is somebody else's.</returns>
    internal async Task<bool> WriteAsync(
        Report report,
        Viewer viewer,
        string agent,
        CancellationToken stop
    )
    {
        var now = clock.GetUtcNow();
        var told = report
            .Minutes.GroupBy(minute => Minutes.MinuteOf(Ago(now, minute.Age)))
            .Select(same =>
                (Minute: same.Key, Figures: same.SelectMany(one => one.Figures).ToList())
            )
            .ToList();
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(
            new(Whose) { Parameters = { new() { Value = viewer.Id!.Value.ToString() } } }
        );
        var isEmpty = told.Count == 0 && report.Events.Length == 0;
        var hello = new NpgsqlBatchCommand(isEmpty ? Hello + Answer : Hello + Lines + Answer);
        AddPage(hello.Parameters, report, viewer, agent, now);
        if (!isEmpty)
            AddLines(
                hello.Parameters,
                [.. told.Select(one => PersonMinute.Of(one.Minute, one.Figures))],
                report.Events,
                now
            );
        batch.BatchCommands.Add(hello);
        var (isNew, isOwn) = await SendAsync(batch, stop);
        if (isNew)
            Count(told);
        return isNew || isOwn;
    }

    static async Task<(bool IsNew, bool IsOwn)> SendAsync(NpgsqlBatch batch, CancellationToken stop)
    {
        try
        {
            await using var answer = await batch.ExecuteReaderAsync(stop);
            await answer.NextResultAsync(stop);
            await answer.ReadAsync(stop);
            return (answer.GetBoolean(0), answer.GetBoolean(1));
        }
        catch (PostgresException locked)
            when (locked.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return (false, false);
        }
    }

    void Count(List<(DateTimeOffset Minute, List<ReportedFigure> Figures)> told)
    {
        foreach (var (minute, figures) in told)
        foreach (var figure in figures)
        {
            var known = BrowserFigure.Find(figure.Name)!;
            foreach (var value in figure.Values ?? [])
                minutes.Add(minute, figure.Name, figure.Label, 1, value, known.IsDistributed);
            if (figure.Count is { } times)
                minutes.Add(minute, figure.Name, figure.Label, times, 1, false);
            foreach (var value in figure.Values ?? [figure.Count ?? 0])
                meter.Told(figure.Name, figure.Label, value);
        }
    }

    void AddPage(
        NpgsqlParameterCollection to,
        Report report,
        Viewer viewer,
        string agent,
        DateTimeOffset now
    )
    {
        var page = report.Page;
        Add(to, report.Browser);
        Add(to, viewer.Id!.Value);
        Add(to, node.Id);
        Add(to, page.Leaving ? "closed" : page.State);
        Add(to, page.Transport);
        Add(to, page.Latency, NpgsqlDbType.Double);
        Add(to, page.Waiting);
        Add(to, page.Oldest is { } age ? Ago(now, age) : null, NpgsqlDbType.TimestampTz);
        Add(to, Id().Replace(CleanText.Of(page.Path.Split('?', '#')[0]), "{id}"));
        Add(to, agent);
        Add(to, CleanText.Of(page.Version));
        Add(to, Ago(now, page.Opened));
        Add(to, now);
        Add(to, report.Id);
    }

    static void AddLines(
        NpgsqlParameterCollection to,
        PersonMinute[] lines,
        ReportedEvent[] events,
        DateTimeOffset now
    )
    {
        All(line => line.Minute);
        All(line => line.Confirms);
        All(line => line.ConfirmMs);
        All(line => line.ConfirmMax);
        All(line => line.Swaps);
        All(line => line.SwapMs);
        All(line => line.SwapMax);
        All(line => line.Failures);
        All(line => line.Rollbacks);
        All(line => line.Conflicts);
        All(line => line.Retries);
        All(line => line.FailedSwaps);
        All(line => line.Refreshes);
        All(line => line.Reconnects);
        All(line => line.Live);
        All(line => line.Poor);
        All(line => line.Polling);
        All(line => line.Offline);
        All(line => line.QueueMost);
        All(line => line.QueueAge);
        Add(to, events.Select(one => Ago(now, one.Age)).ToArray());
        Add(to, events.Select(one => one.Kind).ToArray());
        Add(to, events.Select(one => CleanText.Of(one.Detail)).ToArray());
        Add(to, events.Select(one => one.Ms).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Double);

        void All<T>(Func<PersonMinute, T> value) => Add(to, lines.Select(value).ToArray());
    }

    static void Add(NpgsqlParameterCollection to, object value) => to.Add(new() { Value = value });

    static void Add(NpgsqlParameterCollection to, object? value, NpgsqlDbType type) =>
        to.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });

    static DateTimeOffset Ago(DateTimeOffset now, double milliseconds) =>
        now - TimeSpan.FromMilliseconds(milliseconds);

    [GeneratedRegex(
        "[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}",
        RegexOptions.None,
        matchTimeoutMilliseconds: 500
    )]
    private static partial Regex Id();
}
