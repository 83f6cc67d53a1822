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

grant select, insert, update, delete on slow_queries to staffdashboard_app;
