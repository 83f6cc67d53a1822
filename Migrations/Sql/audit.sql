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
  action text not null check (action in ('insert', 'update', 'delete', 'erase', 'given-up')),
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

-- Two people changed the same: what one of them gave up stands in the trail, so that it can be put back.
-- The difference is column → [what was kept, what was given up]. It is announced under the topic of what it was about,
-- whatever that is: its history shows it.
create function keep_given_up(of_table text, of_row text, of_person uuid, of_topic text, difference jsonb) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into audit_log (action, table_name, row_id, person_id, diff)
  values ('given-up', of_table, of_row, of_person, difference);
  insert into change_log (topics) values (array[of_topic]);
end $$;

create function touch_updated_at() returns trigger language plpgsql as $$
begin
  new.updated_at = clock_timestamp();
  return new;
end $$;

revoke execute on function prepare_audit_log, prune_change_log, keep_given_up from public;
grant execute on function prepare_audit_log, prune_change_log, keep_given_up to staffdashboard_app;
grant select on change_log, change_log_floor, audit_log to staffdashboard_app;
