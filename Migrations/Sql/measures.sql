-- What the nodes measured, and what browsers told them: one line a minute, node, name and label. Partitioned by day.
-- `buckets` counts values of up to 2^(i/4) milliseconds; null where no distribution is kept.
create table measure_minutes (
  minute timestamptz not null,
  name text not null,
  label text not null default '',
  node text not null,
  count bigint not null,
  sum double precision not null,
  max double precision not null,
  buckets integer[],
  primary key (minute, name, label, node)
) partition by range (minute);
create table measure_minutes_other partition of measure_minutes default;
create index measure_minutes_name on measure_minutes (name, minute);

create table measure_hours (
  hour timestamptz not null,
  name text not null,
  label text not null default '',
  count bigint not null,
  sum double precision not null,
  max double precision not null,
  buckets integer[],
  primary key (hour, name, label)
);
create index measure_hours_name on measure_hours (name, hour);

-- What one person's browsers told, a line a minute in which they told something. Partitioned by day.
create table person_minutes (
  minute timestamptz not null,
  user_id uuid not null,
  confirms integer not null default 0,
  confirm_ms double precision not null default 0,
  confirm_max_ms double precision not null default 0,
  swaps integer not null default 0,
  swap_ms double precision not null default 0,
  swap_max_ms double precision not null default 0,
  failures integer not null default 0,
  rollbacks integer not null default 0,
  conflicts integer not null default 0,
  retries integer not null default 0,
  failed_swaps integer not null default 0,
  refreshes integer not null default 0,
  reconnects integer not null default 0,
  live_s real not null default 0,
  poor_s real not null default 0,
  polling_s real not null default 0,
  offline_s real not null default 0,
  queue_max integer not null default 0,
  queue_age_max_s real not null default 0,
  primary key (minute, user_id)
) partition by range (minute);
create table person_minutes_other partition of person_minutes default;

create table person_hours (like person_minutes including defaults);
alter table person_hours rename minute to hour;
alter table person_hours add primary key (hour, user_id);

-- Single things that happened in one person's browser: the timeline on the health page. Partitioned by day.
create table person_events (
  at timestamptz not null,
  id bigint generated always as identity,
  user_id uuid not null,
  browser uuid not null,
  kind text not null,
  detail text not null default '',
  ms double precision,
  primary key (at, id)
) partition by range (at);
create table person_events_other partition of person_events default;
create index person_events_user on person_events (user_id, at desc, id desc);

-- Each open page, as it last said of itself.
create table browsers (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  node text not null,
  state text not null,
  transport text not null,
  latency_ms double precision,
  queue_length integer not null default 0,
  queue_oldest timestamptz,
  page text not null default '',
  agent text not null default '',
  version text not null default '',
  opened_at timestamptz not null,
  seen_at timestamptz not null
);
create index browsers_seen on browsers (seen_at);
create index browsers_user on browsers (user_id, seen_at desc);

create table slow_queries (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  node text not null,
  operation text not null,
  duration_ms double precision not null,
  sql text not null,
  plan text,
  request_id text
);
create index slow_queries_at on slow_queries (at);

create table nodes (
  id text primary key,
  host text not null,
  version text not null,
  started_at timestamptz not null,
  heartbeat_at timestamptz not null,
  lag_ms double precision not null default 0,
  connections integer not null default 0,
  memory_bytes bigint not null default 0,
  disk_free_ratio double precision,
  stopped_at timestamptz
);

-- Two places of the program that said different things of the same.
create table inconsistencies (
  id uuid primary key,
  at timestamptz not null default clock_timestamp(),
  pair text not null,
  subject text not null,
  one_name text not null,
  one_value text not null,
  other_name text not null,
  other_value text not null,
  topic text,
  user_id uuid,
  healed_at timestamptz
);
create index inconsistencies_at on inconsistencies (at);

do $$
declare
  private text;
begin
  foreach private in array array['person_minutes', 'person_hours', 'person_events', 'browsers'] loop
    execute format('alter table %I enable row level security', private);
    execute format('alter table %I force row level security', private);
    execute format($policy$
      create policy own_or_all on %I to staffdashboard_app
        using (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)
          or (select current_setting('app.user_role', true)) in ('Manager', 'Admin', 'Program'))
        with check (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)
          or (select current_setting('app.user_role', true)) = 'Program')
      $policy$, private);
    -- Rolling up and forgetting is the owner's.
    execute format('create policy rolls_up on %I to staffdashboard_owner using (true) with check (true)', private);
  end loop;
end $$;

-- One partition a day: yesterday's (a page may tell late), this one and the next three.
create function prepare_measures() returns void
  language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC'
as $$
declare
  parent text;
  day date;
begin
  foreach parent in array array['measure_minutes', 'person_minutes', 'person_events'] loop
    for day in select generate_series(current_date - 1, current_date + 3, interval '1 day') loop
      begin
        if to_regclass(parent || '_' || to_char(day, 'YYYY_MM_DD')) is null then
          execute format('create table %I partition of %I for values from (%L) to (%L)',
            parent || '_' || to_char(day, 'YYYY_MM_DD'), parent, day, day + 1);
        end if;
      exception
        -- Another node was quicker, or lines of that day already lie in the default partition and stay there.
        when duplicate_table or check_violation then null;
      end;
    end loop;
  end loop;
end $$;
select prepare_measures();

grant select, insert, update, delete on measure_minutes, measure_hours, person_minutes, person_hours, person_events,
  browsers, slow_queries, nodes, inconsistencies to staffdashboard_app;
revoke execute on function prepare_measures from public;
grant execute on function prepare_measures to staffdashboard_app;
