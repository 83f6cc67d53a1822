create function forget_expired_sessions() returns void
  language sql security definer set search_path = public, pg_temp
as $$ delete from sessions where expires_at < now() $$;
revoke execute on function forget_expired_sessions from public;
grant execute on function forget_expired_sessions to staffdashboard_app;

create table data_protection_keys (name text primary key, xml text not null, created_at timestamptz not null default now());

grant select, insert, update, delete on users, user_settings, sessions, sign_in_throttles to staffdashboard_app;
grant select, insert on data_protection_keys to staffdashboard_app;
