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

-- The same by node.
create table measure_node_hours (
  hour timestamptz not null,
  name text not null,
  label text not null default '',
  node text not null,
  count bigint not null,
  sum double precision not null,
  max double precision not null,
  buckets integer[],
  primary key (node, hour, name, label)
);
create index measure_node_hours_hour on measure_node_hours (hour);

-- How far minutes are summed up in hours: everything before it is, but for the hours that got a line since.
create table measure_rolled (until timestamptz not null);
insert into measure_rolled values (date_trunc('hour', now(), 'UTC'));
create table measure_late (hour timestamptz primary key);

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

-- Hours and days are summed up as minutes are told. A month of everybody is thirty lines each and not seven hundred.
create table person_hours (like person_minutes including defaults);
alter table person_hours rename minute to hour;
alter table person_hours add primary key (hour, user_id);
create table person_days (like person_minutes including defaults);
alter table person_days rename minute to day;
alter table person_days add primary key (day, user_id);

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
  seen_at timestamptz not null,
  -- The last one taken: a report whose answer was lost comes again and is not counted twice.
  report uuid not null default '00000000-0000-0000-0000-000000000000'
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

-- Who has which page open on which node, for colleagues to see. Each node writes its own.
create table presence (
  node text not null,
  user_id uuid not null references users (id) on delete cascade,
  place text not null,
  primary key (node, user_id, place)
);

-- Stopped, followed by another on its host, or silent for longer than it is waited for.
create function is_gone(n nodes, at timestamptz, patience interval) returns boolean stable language sql
as $$
  select n.stopped_at is not null or n.heartbeat_at < at - patience or exists (
    select from nodes later where later.host = n.host and later.id <> n.id and later.started_at > n.heartbeat_at)
$$;

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
  foreach private in array array['person_minutes', 'person_hours', 'person_days', 'person_events', 'browsers'] loop
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

-- A line that comes when its hour is over: a node without its database, a browser without its line.
create function note_late_measures() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into measure_late select distinct date_trunc('hour', minute, 'UTC') from n
  where minute < date_trunc('hour', now(), 'UTC') on conflict do nothing;
  return null;
end $$;
revoke execute on function note_late_measures from public;
create trigger measure_minutes_late_insert after insert on measure_minutes referencing new table as n
  for each statement execute function note_late_measures();
create trigger measure_minutes_late_update after update on measure_minutes referencing new table as n
  for each statement execute function note_late_measures();

-- What a person's minute has become more by is added to their hour and their day, however late it comes.
do $$
declare
  made record;
  names text;
  sums text;
  adds text;
  more text;
begin
  select string_agg(c, ', '),
    string_agg(format(case when is_most then 'max(%s)' else 'sum(%s)' end, c), ', '),
    string_agg(format(case when is_most then '%1$s = greatest(t.%1$s, excluded.%1$s)'
      else '%1$s = t.%1$s + excluded.%1$s' end, c), ', '),
    string_agg(format(case when is_most then 'n.%1$s' else 'n.%1$s - o.%1$s as %1$s' end, c), ', ')
  into names, sums, adds, more
  from (
    select quote_ident(attname) c, attname ~ 'max' is_most from pg_attribute
    where attrelid = 'person_minutes'::regclass and attnum > 2 and not attisdropped order by attnum
  ) columns;
  for made in values
    ('insert', 'new table as n', 'n'),
    ('update', 'new table as n old table as o',
      format('(select minute, user_id, %s from n join o using (minute, user_id)) n', more))
  loop
    execute format($function$
      create function add_up_person_%1$s() returns trigger
        language plpgsql security definer set search_path = public, pg_temp
      as $body$
      begin
        insert into person_hours as t (hour, user_id, %3$s)
        select date_trunc('hour', minute, 'UTC'), user_id, %4$s from %2$s group by 1, 2 order by 1, 2
        on conflict (hour, user_id) do update set %5$s;
        insert into person_days as t (day, user_id, %3$s)
        select date_trunc('day', minute, 'UTC'), user_id, %4$s from %2$s group by 1, 2 order by 1, 2
        on conflict (day, user_id) do update set %5$s;
        return null;
      end $body$
      $function$, made.column1, made.column3, names, sums, adds);
    execute format('revoke execute on function add_up_person_%s from public', made.column1);
    execute format('create trigger person_minutes_add_up_%1$s after %1$s on person_minutes referencing %2$s
      for each statement execute function add_up_person_%1$s()', made.column1, made.column2);
  end loop;
end $$;

-- One hour anew, out of its minutes.
create function roll_up_hour(h timestamptz) returns void
  language plpgsql set search_path = public, pg_temp
as $$
begin
  delete from measure_node_hours where hour = h;
  insert into measure_node_hours (hour, name, label, node, count, sum, max, buckets)
  select h, name, label, node, t.count, t.sum, t.max, b.buckets
  from (
    select name, label, node, sum(count) count, sum(sum) sum, max(max) max
    from measure_minutes where minute >= h and minute < h + interval '1 hour' group by name, label, node
  ) t left join (
    select name, label, node, array_agg(values order by i) buckets from (
      select name, label, node, i, sum(value)::integer as values
      from measure_minutes cross join unnest(buckets) with ordinality u(value, i)
      where minute >= h and minute < h + interval '1 hour' group by name, label, node, i
    ) s group by name, label, node
  ) b using (name, label, node);

  delete from measure_hours where hour = h;
  insert into measure_hours (hour, name, label, count, sum, max, buckets)
  select h, name, label, t.count, t.sum, t.max, b.buckets
  from (
    select name, label, sum(count) count, sum(sum) sum, max(max) max
    from measure_node_hours where hour = h group by name, label
  ) t left join (
    select name, label, array_agg(values order by i) buckets from (
      select name, label, i, sum(value)::integer as values
      from measure_node_hours cross join unnest(buckets) with ordinality u(value, i)
      where hour = h group by name, label, i
    ) s group by name, label
  ) b using (name, label);
end $$;
revoke execute on function roll_up_hour from public;

-- Every hour that is over and not yet summed up, and those that got a line since. Asking twice is harmless.
create function roll_up_measures() returns integer
  language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC'
as $$
declare
  -- Whoever began to write before the hour was over has written by now.
  ended timestamptz := date_trunc('hour', clock_timestamp() - interval '2 minutes');
  kept timestamptz := date_trunc('hour', clock_timestamp() - interval '29 days');
  since timestamptz;
  hours timestamptz[];
  h timestamptz;
begin
  -- Two nodes take turns. The marks go before the minutes are read: one that comes later stays for the next time.
  select greatest(until, kept) into since from measure_rolled for update;
  with late as (delete from measure_late where hour < ended returning hour)
  select coalesce(array_agg(distinct hour order by hour), '{}') into hours from (
    -- Of an older hour minutes may be gone: its sum stays what it is.
    select hour from late where hour >= kept
    union select generate_series(since, ended - interval '1 hour', interval '1 hour')
  ) due(hour);
  foreach h in array hours loop
    perform roll_up_hour(h);
  end loop;
  update measure_rolled set until = ended where until < ended;
  return cardinality(hours);
end $$;

-- Minutes and single events are kept for 30 days, hours for a year. Returns how many days were dropped.
create function forget_measures() returns integer
  language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' set lock_timeout = '5s'
as $$
declare
  part text;
  dropped integer := 0;
begin
  perform roll_up_measures();
  for part in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent in ('measure_minutes'::regclass, 'person_minutes'::regclass, 'person_events'::regclass)
      and c.relname ~ '_\d{4}_\d\d_\d\d$'
      and to_date(right(c.relname, 10), 'YYYY_MM_DD') < current_date - 30
  loop
    execute format('drop table %I', part);
    dropped := dropped + 1;
  end loop;
  delete from measure_minutes_other where minute < current_date - 30;
  delete from person_minutes_other where minute < current_date - 30;
  delete from person_events_other where at < current_date - 30;
  delete from measure_hours where hour < now() - interval '1 year';
  delete from measure_node_hours where hour < now() - interval '1 year';
  delete from person_hours where hour < now() - interval '1 year';
  delete from person_days where day < now() - interval '1 year';
  delete from slow_queries where at < now() - interval '30 days';
  delete from browsers where seen_at < now() - interval '30 days';
  delete from nodes where heartbeat_at < now() - interval '7 days';
  -- Compared with the stretch before, like the hours.
  delete from inconsistencies where at < now() - interval '1 year';
  return dropped;
end $$;

-- Who is no longer a user is no longer measured: what their browsers told goes with them.
create function forget_measured_person() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  delete from person_minutes where user_id = old.id;
  delete from person_hours where user_id = old.id;
  delete from person_days where user_id = old.id;
  delete from person_events where user_id = old.id;
  return null;
end $$;
revoke execute on function forget_measured_person from public;
create trigger users_forget_measured after delete on users for each row execute function forget_measured_person();

-- How a slow statement would be gone about, whatever its parameters are. Null where it cannot be told.
create function plan_of(statement text) returns text
  language plpgsql set search_path = public, pg_temp
as $$
declare
  line text;
  lines text := '';
begin
  -- After a semicolon a second statement would not be explained but done.
  if strpos(statement, ';') > 0 or current_setting('server_version_num')::integer < 160000 then
    return null;
  end if;
  for line in execute 'explain (generic_plan) ' || statement loop
    lines := lines || line || E'\n';
  end loop;
  return lines;
exception
  when others then return null;
end $$;

grant select, insert, update, delete on measure_minutes, measure_hours, measure_node_hours, person_minutes, person_hours,
  person_days, person_events, browsers, slow_queries, nodes, presence, inconsistencies to staffdashboard_app;
grant select on measure_rolled, measure_late to staffdashboard_app;
revoke execute on function prepare_measures, roll_up_measures, forget_measures from public;
grant execute on function prepare_measures, roll_up_measures, forget_measures to staffdashboard_app;
