alter table saved_answers enable row level security;
alter table saved_answers force row level security;
create policy own on saved_answers to staffdashboard_app
  using (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid))
  with check (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));
-- The owner sees only what has run out, to clear it away.
create policy expired on saved_answers to staffdashboard_owner using (at < now() - interval '7 days');
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

grant select, insert, update, delete on saved_answers to staffdashboard_app;
grant select, insert, update on problem_reports to staffdashboard_app;
revoke execute on function forget_saved_answers, keep_given_up from public;
grant execute on function forget_saved_answers, keep_given_up to staffdashboard_app;
