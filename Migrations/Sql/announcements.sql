-- Told, but not recorded: work that the program does by itself. The arguments are topics.
create function announce() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into change_log (topics) values (tg_argv);
  return null;
end $$;
revoke execute on function announce from public;
create trigger job_runs_announces after insert or update on job_runs
  for each row execute function announce('jobs');
create trigger daily_reports_announces after insert or update on daily_reports
  for each row execute function announce('reports');
-- The section itself is told, too: every node forgets what it keeps of it, every browser asks for it again.
create function announce_inconsistency() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into change_log (topics) values (array_remove(
    array['inconsistencies', case when tg_op = 'INSERT' then new.topic end], null));
  return null;
end $$;
revoke execute on function announce_inconsistency from public;
create trigger inconsistencies_announces after insert or update on inconsistencies
  for each row execute function announce_inconsistency();
-- Whoever has that page open asks who else has.
create function announce_presence() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into change_log (topics)
  select array['presence'] || case when count(*) > 200 then array['here:*'] else array_agg(topic) end
  from (select distinct 'here:' || place as topic from moved) places having count(*) > 0;
  return null;
end $$;
revoke execute on function announce_presence from public;
create trigger presence_announces_insert after insert on presence referencing new table as moved
  for each statement execute function announce_presence();
create trigger presence_announces_delete after delete on presence referencing old table as moved
  for each statement execute function announce_presence();
-- Not of a statement that found no row: whoever is woken by what they did in vain does it again for ever.
create function announce_any() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if exists (select from told) then
    insert into change_log (topics) values (tg_argv);
  end if;
  return null;
end $$;
revoke execute on function announce_any from public;
-- A letter that waits wakes the runners of all nodes.
create trigger letters_announce_insert after insert on letters
  referencing new table as told for each statement execute function announce_any('letters');
create trigger letters_announce_update after update on letters
  referencing new table as told for each statement execute function announce_any('letters');
create trigger letters_announce_delete after delete on letters
  referencing old table as told for each statement execute function announce_any('letters');
