create index employees_search on employees using gin (search gin_trgm_ops);

-- What the list counts and filters by, read from the index alone.
create index employees_facets on employees (work_role_id, always_needed, employment, worked_key)
  where archived_at is null and erased_at is null;
create index employees_always_needed on employees (work_role_id, worked_key)
  where always_needed and archived_at is null and erased_at is null;
create index employees_archived on employees (work_role_id, always_needed, employment, worked_key)
  where archived_at is not null and erased_at is null;

-- Roles are read from files by name.
create unique index work_roles_lower on work_roles (lower(name));

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
create unique index skills_lower on skills (lower(name));
create trigger employees_skills_insert after insert on employees referencing new table as n
  for each statement execute function know_skills();
create trigger employees_skills_update after update on employees referencing new table as n
  for each statement execute function know_skills();

-- A privacy request. The row and its place in every count stay; who it was is gone, from the trail too.
create function erase_person(person uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  personal text[] := '{name,name_key,phone,email,skills,notes,hourly_rate,user_id,last_worked_on,worked_key,always_needed}';
  old record;
begin
  if coalesce(current_setting('app.user_role', true), '') <> 'Admin' then
    raise insufficient_privilege using message = 'only an Admin may erase a person';
  end if;
  select name, phone into old from employees where id = person and erased_at is null for update;
  if not found then return; end if;
  update employees set name = 'Erased person', phone = null, email = null, skills = '{}', notes = '', hourly_rate = null,
    user_id = null, last_worked_on = null, always_needed = false, archived_at = coalesce(archived_at, now()), erased_at = now()
  where id = person;
  update audit_log set diff = (
    select coalesce(jsonb_object_agg(k, case when k = any (personal) then 'null' else v end), '{}') from jsonb_each(diff) e(k, v)
  ), action = case when diff ? 'erased_at' then 'erase' else action end
  where person_id = person;
  delete from import_rows where (old.phone is not null and old.phone = any (cells)) or old.name = any (cells);
  delete from import_people where person_id = person or phone = old.phone;
end $$;
