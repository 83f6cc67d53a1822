-- As before, and told as an erasure.
create or replace function erase_person(person uuid) returns void
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
  -- The answers that were kept may name them: lists, words, forms. That it was done stays known, what was said is gone.
  update saved_answers set status = null, headers = null, body = null where status is not null;
  update saved_answers set body_hash = '' where position(person::text in path) > 0 and path not like '%/erase';
  -- After the line that tells the person's own topics: each node has dropped by then what shows them, and drops now what
  -- it would show in its place.
  insert into change_log (topics) values ('{erasure}');
end $$;
