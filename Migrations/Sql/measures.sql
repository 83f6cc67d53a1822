-- What the nodes measured, and what browsers told them: one line a minute, node, name and label. Partitioned by day.
-- `buckets` counts values of up to 2^(i/4) milliseconds; null where no distribution is kept. They are added up, as the counts
-- are, and one that outgrew an integer would keep every later hour from being summed up.
create table measure_minutes (
  minute timestamptz not null,
  name text not null,
  label text not null default '',
  node text not null,
  count bigint not null,
  sum double precision not null,
  max double precision not null,
  buckets bigint[],
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
  buckets bigint[],
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
  buckets bigint[],
  primary key (node, hour, name, label)
);
create index measure_node_hours_hour on measure_node_hours (hour);

-- How far minutes are summed up in hours: everything before it is, but for the hours that got a line since.
create table measure_rolled (until timestamptz not null);
insert into measure_rolled values (date_trunc('hour', now(), 'UTC'));
create table measure_late (hour timestamptz primary key);

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

grant select, insert, update, delete on measure_minutes, measure_hours, measure_node_hours to staffdashboard_app;
grant select on measure_rolled, measure_late to staffdashboard_app;
