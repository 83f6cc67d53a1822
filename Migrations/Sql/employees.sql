create index employees_search on employees using gin (search gin_trgm_ops);

-- What the list counts and filters by, read from the index alone.
create index employees_facets on employees (work_role_id, always_needed, employment, worked_key)
  where archived_at is null and erased_at is null;
create index employees_always_needed on employees (work_role_id, worked_key)
  where always_needed and archived_at is null and erased_at is null;
create index employees_archived on employees (work_role_id, always_needed, employment, worked_key)
  where archived_at is not null and erased_at is null;

-- The unique index covers active people only, and a form asks for everybody.
create index employees_phone_of_all on employees (phone);

alter table employees add constraint employees_plain_name check (not has_hidden_characters(name));
alter table employees add constraint employees_plain_skills check (not has_hidden_characters(array_to_string(skills, ' ')));

create trigger employees_touch before update on employees
  for each row execute function touch_updated_at();

-- A skill becomes known when somebody has it, whichever way it was entered.
create function know_skills() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into skills (name) select distinct on (lower(s)) s from n, unnest(n.skills) s
  where not exists (select from skills k where lower(k.name) = lower(s)) on conflict do nothing;
  return null;
end $$;
revoke execute on function know_skills from public;
create unique index skills_lower on skills (lower(name));
create trigger employees_skills_insert after insert on employees referencing new table as n
  for each statement execute function know_skills();
create trigger employees_skills_update after update on employees referencing new table as n
  for each statement execute function know_skills();

grant select, insert, update on employees to staffdashboard_app;
grant select on skills to staffdashboard_app;
