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

create function digits_of(text) returns text
  language sql immutable strict as $$ select ltrim(regexp_replace(replace($1, '(0)', ''), '[^0-9]', '', 'g'), '0') $$;

-- What was ever known of a person that a file may have brought: names, phones and e-mail addresses, old ones too.
create function names_of(person uuid) returns setof text
  language sql stable set search_path = public, pg_temp
as $$
  select v from audit_log, jsonb_each(diff) e(k, pair),
    jsonb_array_elements_text(case when jsonb_typeof(pair) = 'array' then pair else '[]' end) v
  where person_id = person and k in ('name', 'phone', 'email') and v <> ''
  union select unnest(array[name, phone, email]) from employees where id = person
$$;

-- The lines of uploaded files that speak of this person. A file may write "0151 234-567" for +49151234567.
create function import_rows_about(person uuid) returns setof import_rows
  language sql stable set search_path = public, pg_temp
as $$
  with known(known, folded) as materialized (
    select k, search_text(k) from names_of(person) k where k is not null
  )
  select r.* from import_rows r where exists (
    select from unnest(r.cells) cell, known where (
      search_text(btrim(regexp_replace(cell, '\s+', ' ', 'g'))) = folded
      or (known ~ '^\+[0-9]+$' and length(cell) between 7 and 40 and cell !~ '[[:alpha:]]'
        and length(digits_of(cell)) >= 7 and known like '%' || digits_of(cell))))
$$;

-- A privacy request. The row and its place in every count stay; who it was is gone, from the trail too.
create function erase_person(person uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  personal text[] := '{name,name_key,phone,email,skills,notes,hourly_rate,user_id,last_worked_on,worked_key,always_needed}';
begin
  if coalesce(current_setting('app.user_role', true), '') <> 'Admin' then
    raise insufficient_privilege using message = 'only an Admin may erase a person';
  end if;
  perform from employees where id = person and erased_at is null for update;
  if not found then return; end if;
  -- First, while it is still known whom they speak of.
  delete from import_people p where p.person_id = person or p.phone in (select names_of(person))
    or exists (select from import_rows_about(person) a where a.import_id = p.import_id and a.line = p.line);
  delete from import_rows r using import_rows_about(person) a where r.import_id = a.import_id and r.line = a.line;
  update employees set name = 'Erased person', phone = null, email = null, skills = '{}', notes = '', hourly_rate = null,
    user_id = null, last_worked_on = null, always_needed = false, archived_at = coalesce(archived_at, now()), erased_at = now()
  where id = person;
  update audit_log set diff = (
    select coalesce(jsonb_object_agg(k, case when k = any (personal) then 'null' else v end), '{}') from jsonb_each(diff) e(k, v)
  ), action = case when diff ? 'erased_at' then 'erase' else action end
  where person_id = person;
end $$;
