create table change_log (
  xid xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity,
  topics text[] not null,
  request_id text default nullif(current_setting('app.request_id', true), ''),
  actor text default nullif(current_setting('app.user_name', true), ''),
  at timestamptz not null default clock_timestamp(),
  primary key (xid, id)
);
create index change_log_id on change_log (id);
create index change_log_at on change_log (at);

-- Everything with a lower transaction id has been forgotten: whoever asks from before must revalidate.
create table change_log_floor (xid xid8 not null);
insert into change_log_floor values (pg_current_xact_id());

create table audit_log (
  at timestamptz not null default clock_timestamp(),
  id bigint generated always as identity,
  actor_id uuid default nullif(current_setting('app.user_id', true), '')::uuid,
  actor text not null default coalesce(nullif(current_setting('app.user_name', true), ''), session_user),
  request_id text default nullif(current_setting('app.request_id', true), ''),
  action text not null check (action in ('insert', 'update', 'delete', 'erase')),
  table_name text not null,
  row_id text not null,
  person_id uuid,
  diff jsonb not null,
  primary key (at, id)
) partition by range (at);
create table audit_log_other partition of audit_log default;
create index audit_log_row on audit_log (table_name, row_id, at desc, id desc);
create index audit_log_person on audit_log (person_id, at desc, id desc) where person_id is not null;
create index audit_log_actor on audit_log (actor_id, at desc, id desc);
create index audit_log_request on audit_log (request_id) where request_id is not null;

-- One partition a month, this one and the next three. Called at every start and once a day.
create function prepare_audit_log() returns void
  language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC'
as $$
declare
  month date;
begin
  for month in select generate_series(date_trunc('month', now()), now() + interval '3 months', interval '1 month')
  loop
    if to_regclass('audit_log_' || to_char(month, 'YYYY_MM')) is null then
      execute format('create table %I partition of audit_log for values from (%L) to (%L)',
        'audit_log_' || to_char(month, 'YYYY_MM'), month, month + interval '1 month');
    end if;
  end loop;
exception
  -- Another node was quicker, or lines of that month already lie in the default partition and stay there.
  when duplicate_table or check_violation then null;
end $$;
select prepare_audit_log();

create function prune_change_log() returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  last xid8;
begin
  select xid into last from change_log where at < clock_timestamp() - interval '1 hour' order by xid desc limit 1;
  if last is null then
    return;
  end if;
  -- The floor first: who asks in between is told to revalidate, and never told that nothing happened.
  update change_log_floor set xid = last where xid < last;
  delete from change_log where xid <= last;
end $$;

-- The topics of a trigger's arguments: plain ones as they are, "person:{id}" once for each row.
create function topics_of(args text[], changed jsonb[], folded boolean) returns text[]
  language sql immutable set search_path = public, pg_temp
as $$
  select coalesce(array_agg(distinct topic), '{}') from (
    select a from unnest(args) a where a !~ '^[-#~*]'
  ) named cross join lateral (
    select a where a !~ '\{'
    union all
    select regexp_replace(a, '\{.*\}', '*') where a ~ '\{' and folded
    union all
    select replace(a, substring(a from '\{.*\}'), r ->> substring(a from '\{(.*)\}'))
    from unnest(changed) r where a ~ '\{' and not folded
  ) each(topic) where topic is not null
$$;

create function hidden_of(args text[]) returns text[]
  language sql immutable as $$ select coalesce(array_agg(substr(a, 2)), '{}') || '{updated_at,search}' from unnest(args) a where a like '-%' $$;
create function key_of(args text[]) returns text
  language sql immutable as $$ select coalesce((select substr(a, 2) from unnest(args) a where a like '#%' limit 1), 'id') $$;
create function person_key_of(args text[]) returns text
  language sql immutable as $$ select (select substring(a from '\{(.*)\}') from unnest(args) a where a like 'person:{%' limit 1) $$;

-- Told, but not worth a line: how far a long work has come.
create function quiet_of(args text[]) returns text[]
  language sql immutable as $$ select coalesce(array_agg(substr(a, 2)), '{}') from unnest(args) a where a like '~%' $$;
-- That it changed is recorded, what it was is not: a password.
create function secret_of(args text[]) returns text[]
  language sql immutable as $$ select coalesce(array_agg(substr(a, 2)), '{}') from unnest(args) a where a like '*%' $$;

create function record_insert() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  args text[] := tg_argv; key text := key_of(args); person text := person_key_of(args);
  hidden text[] := hidden_of(args) || quiet_of(args) || secret_of(args);
  written bigint; changed jsonb[];
begin
  insert into audit_log (action, table_name, row_id, person_id, diff)
  select 'insert', tg_table_name, r ->> key, (r ->> person)::uuid,
    (select coalesce(jsonb_object_agg(k, jsonb_build_array(null, v)), '{}') from jsonb_each(r - hidden) e(k, v)
     where v not in ('null', '""', '[]', 'false', '0'))
  from (select to_jsonb(n) r from n) s;
  get diagnostics written = row_count;
  if written = 0 then return null; end if;
  if written <= 200 then select array_agg(to_jsonb(n)) into changed from n; end if;
  insert into change_log (topics) values (topics_of(args, changed, written > 200));
  return null;
end $$;

-- A plan made for one row would join a hundred thousand in a nested loop: hours instead of seconds.
create function record_update() returns trigger
  language plpgsql security definer set search_path = public, pg_temp set enable_nestloop = off
as $$
declare
  args text[] := tg_argv; key text := key_of(args); person text := person_key_of(args);
  hidden text[] := hidden_of(args); quiet text[] := quiet_of(args); secret text[] := secret_of(args);
  written bigint; changed jsonb[];
begin
  with moved as (
    select before, after, id from
      (select to_jsonb(o) - hidden before, to_jsonb(o) ->> key id from o) b
      join (select to_jsonb(n) - hidden after, to_jsonb(n) ->> key id from n) a using (id)
    where before <> after
  ), recorded as (
    insert into audit_log (action, table_name, row_id, person_id, diff)
    select 'update', tg_table_name, id, (after ->> person)::uuid, diff from moved cross join lateral (
      select jsonb_object_agg(k, case when k = any (secret) then '[null, null]' else jsonb_build_array(before -> k, v) end) diff
      from jsonb_each(after) e(k, v) where before -> k is distinct from v and k <> all (quiet)
    ) d where diff is not null
  )
  select count(*) into written from moved;
  if written = 0 then return null; end if;
  if written <= 200 then
    select array_agg(r) into changed from (select to_jsonb(o) r from o union select to_jsonb(n) from n) s;
  end if;
  insert into change_log (topics) values (topics_of(args, changed, written > 200));
  return null;
end $$;

create function record_delete() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  args text[] := tg_argv; key text := key_of(args); person text := person_key_of(args);
  hidden text[] := hidden_of(args) || quiet_of(args) || secret_of(args);
  written bigint; changed jsonb[];
begin
  insert into audit_log (action, table_name, row_id, person_id, diff)
  select 'delete', tg_table_name, r ->> key, (r ->> person)::uuid,
    (select coalesce(jsonb_object_agg(k, jsonb_build_array(v, null)), '{}') from jsonb_each(r - hidden) e(k, v) where v <> 'null')
  from (select to_jsonb(o) r from o) s;
  get diagnostics written = row_count;
  if written = 0 then return null; end if;
  if written <= 200 then select array_agg(to_jsonb(o)) into changed from o; end if;
  insert into change_log (topics) values (topics_of(args, changed, written > 200));
  return null;
end $$;

create function touch_updated_at() returns trigger language plpgsql as $$
begin
  new.updated_at = clock_timestamp();
  return new;
end $$;
