namespace StaffDashboard.Web.Measures.Browsers;

/// <summary>The round trip that writes a report: the page as it stands, and once only what it told.</summary>
static class ReportSql
{
    // To the end of this round trip only: the connection goes back into the pool.
    internal const string Whose =
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

    internal const string Empty = Hello + Answer;
    internal const string Whole = Hello + Lines + Answer;
}
