alter table saved_answers enable row level security;
alter table saved_answers force row level security;
create policy own on saved_answers to staffdashboard_app
  using (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid))
  with check (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));
-- The owner sees only what has run out, to clear it away.
create policy expired on saved_answers to staffdashboard_owner using (at < now() - interval '7 days');
-- And whoever erases a person forgets what was answered about them; whoever changes a role, what was answered in the old one.
create policy erased on saved_answers to staffdashboard_owner
  using ((select current_setting('app.user_role', true)) = 'Admin');
create function forget_saved_answers() returns integer
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  gone integer;
begin
  delete from saved_answers where at < now() - interval '7 days';
  get diagnostics gone = row_count;
  return gone;
end $$;

-- What somebody was told in one role is not said to them again in another: only that it was done stays known.
create function forget_answers_of_role() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update saved_answers set status = null, headers = null, body = null where user_id = new.id and status is not null;
  return null;
end $$;
revoke execute on function forget_answers_of_role from public;
create trigger users_forget_answers after update of role on users for each row
  when (old.role is distinct from new.role) execute function forget_answers_of_role();

alter table problem_reports enable row level security;
alter table problem_reports force row level security;
create policy own_or_all on problem_reports to staffdashboard_app
  using (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)
    or (select current_setting('app.user_role', true)) in ('Manager', 'Admin', 'Program'))
  with check (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)
    or (select current_setting('app.user_role', true)) in ('Manager', 'Admin', 'Program'));

alter table audit_log drop constraint audit_log_action_check;
alter table audit_log add constraint audit_log_action_check
  check (action in ('insert', 'update', 'delete', 'erase', 'given-up'));

-- Two people changed the same: what one of them gave up stands in the trail, so that it can be put back.
-- The difference is column → [what was kept, what was given up].
create function keep_given_up(of_table text, of_row text, of_person uuid, difference jsonb) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into audit_log (action, table_name, row_id, person_id, diff)
  values ('given-up', of_table, of_row, of_person, difference);
  if of_person is not null then
    insert into change_log (topics) values (array['person:' || of_person]);
  end if;
end $$;

-- A privacy request. The row and its place in every count stay; who it was is gone, from the trail too.
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
end $$;

grant select, insert, update, delete on saved_answers to staffdashboard_app;
grant select, insert, update on problem_reports to staffdashboard_app;
revoke execute on function forget_saved_answers, keep_given_up from public;
grant execute on function forget_saved_answers, keep_given_up to staffdashboard_app;
