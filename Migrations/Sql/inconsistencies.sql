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

grant select, insert, update, delete on inconsistencies to staffdashboard_app;
