alter table sessions enable row level security;
alter table sessions force row level security;
alter table user_settings enable row level security;
alter table user_settings force row level security;

create policy own on user_settings to staffdashboard_app
  using (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid))
  with check (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));

-- Before the viewer is known, only the key in the cookie opens a session, and only its own row.
create policy own on sessions to staffdashboard_app
  using (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)
    or key_hash = (select decode(nullif(current_setting('app.session_key', true), ''), 'hex')))
  with check (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)
    or key_hash = (select decode(nullif(current_setting('app.session_key', true), ''), 'hex')));

-- The owner sees of the sessions only what has run out, to clear it away.
create policy expired on sessions to staffdashboard_owner using (expires_at < now());
create function forget_expired_sessions() returns void
  language sql security definer set search_path = public, pg_temp
as $$ delete from sessions where expires_at < now() $$;

create table data_protection_keys (name text primary key, xml text not null, created_at timestamptz not null default now());

grant usage on schema public to staffdashboard_app, staffdashboard_backup;
grant select, insert, update, delete on users, user_settings, sessions, sign_in_throttles, work_roles, imports, import_rows, import_people
  to staffdashboard_app;
grant select, insert, update on employees to staffdashboard_app;
grant select on skills, audit_log, change_log, change_log_floor, "__EFMigrationsHistory" to staffdashboard_app;
grant select, insert on data_protection_keys to staffdashboard_app;
grant select on all tables in schema public to staffdashboard_backup;
alter default privileges in schema public grant select on tables to staffdashboard_backup;
-- A trigger function that anybody may use writes the trail for a table of anybody's making.
revoke execute on function erase_person, prune_change_log, prepare_audit_log, forget_expired_sessions,
  record_insert, record_update, record_delete, know_skills from public;
grant execute on function erase_person, prune_change_log, prepare_audit_log, forget_expired_sessions to staffdashboard_app;
