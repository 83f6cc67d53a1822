-- What one person's browsers told, a line a minute in which they told something. Partitioned by day.
-- Counts are added up over hours and days: a thousand reports of the most that one may say outgrow an integer.
create table person_minutes (
  minute timestamptz not null,
  user_id uuid not null,
  confirms bigint not null default 0,
  confirm_ms double precision not null default 0,
  confirm_max_ms double precision not null default 0,
  swaps bigint not null default 0,
  swap_ms double precision not null default 0,
  swap_max_ms double precision not null default 0,
  failures bigint not null default 0,
  rollbacks bigint not null default 0,
  conflicts bigint not null default 0,
  retries bigint not null default 0,
  failed_swaps bigint not null default 0,
  refreshes bigint not null default 0,
  reconnects bigint not null default 0,
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

grant select, insert, update, delete on person_minutes, person_hours, person_days, person_events to staffdashboard_app;
