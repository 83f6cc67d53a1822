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

grant select, insert, update, delete on browsers, nodes, presence to staffdashboard_app;

-- What a node writes to find out whether the disk takes anything, and takes back. Plain: compressed it would need no room.
create table readiness_probe (filler text not null);
alter table readiness_probe alter column filler set storage plain;
grant insert on readiness_probe to staffdashboard_app;
