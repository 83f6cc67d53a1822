-- Private rows. What a viewer may see is said a second time here, for the day on which a query forgets its filter. The
-- program tells who asks when a connection opens; whoever it does not name sees nothing.
alter table user_settings enable row level security;
alter table user_settings force row level security;
create policy own on user_settings to staffdashboard_app
  using (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid))
  with check (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));

alter table sessions enable row level security;
alter table sessions force row level security;
-- Before the viewer is known, only the key in the cookie opens a session, and only its own row.
create policy own on sessions to staffdashboard_app
  using (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)
    or key_hash = (select decode(nullif(current_setting('app.session_key', true), ''), 'hex')))
  with check (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)
    or key_hash = (select decode(nullif(current_setting('app.session_key', true), ''), 'hex')));

-- The owner sees of the sessions only what has run out, to clear it away.
create policy expired on sessions to staffdashboard_owner using (expires_at < now());

alter table saved_answers enable row level security;
alter table saved_answers force row level security;
create policy own on saved_answers to staffdashboard_app
  using (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid))
  with check (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));
-- The owner sees only what has run out, to clear it away.
create policy expired on saved_answers to staffdashboard_owner using (at < now() - interval '7 days');
-- And whoever erases a record forgets what was answered about it; whoever changes a role, what was answered in the old one.
create policy erased on saved_answers to staffdashboard_owner
  using ((select current_setting('app.user_role', true)) = 'Admin');

-- Managers read what was reported. One policy for everything would let them write to it, too: in the name of somebody else,
-- and over the answer of an Admin.
alter table problem_reports enable row level security;
alter table problem_reports force row level security;
create policy own_or_all on problem_reports for select to staffdashboard_app
  using (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)
    or (select current_setting('app.user_role', true)) in ('Manager', 'Admin', 'Program'));
create policy adds_own on problem_reports for insert to staffdashboard_app
  with check (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)
    or (select current_setting('app.user_role', true)) = 'Program');
-- Who reported it says that the answer was seen.
create policy answers on problem_reports for update to staffdashboard_app
  using (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)
    or (select current_setting('app.user_role', true)) in ('Admin', 'Program'))
  with check (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)
    or (select current_setting('app.user_role', true)) in ('Admin', 'Program'));
grant select, insert on problem_reports to staffdashboard_app;
-- What somebody reported is reworded by nobody.
grant update (state, answer, answered_by_id, answered_by, answered_at, seen_at) on problem_reports to staffdashboard_app;

-- What browsers told of a person is read by Managers and Admins, and changed or removed by nobody but the person
-- themselves and the program: one policy for everything would let a Manager take such lines as their own, or delete them.
do $$
declare
  private text;
  own text := 'user_id = (select nullif(current_setting(''app.user_id'', true), '''')::uuid)';
  role_is text := '(select current_setting(''app.user_role'', true))';
begin
  foreach private in array array['person_minutes', 'person_hours', 'person_days', 'person_events', 'browsers'] loop
    execute format('alter table %I enable row level security', private);
    execute format('alter table %I force row level security', private);
    execute format('create policy own_or_all on %I for select to staffdashboard_app using (%s or %s in (''Manager'', ''Admin'', ''Program''))',
      private, own, role_is);
    execute format('create policy adds_own on %I for insert to staffdashboard_app with check (%s or %s = ''Program'')', private, own, role_is);
    execute format('create policy changes_own on %1$I for update to staffdashboard_app using (%2$s or %3$s = ''Program'') with check (%2$s or %3$s = ''Program'')',
      private, own, role_is);
    execute format('create policy removes_own on %I for delete to staffdashboard_app using (%s or %s = ''Program'')', private, own, role_is);
    -- Rolling up and forgetting is the owner's.
    execute format('create policy rolls_up on %I to staffdashboard_owner using (true) with check (true)', private);
  end loop;
end $$;

-- What is private is private in the trail, too. Those who may read the table itself may read what became of it.
alter table audit_log enable row level security;
create policy private_is_private on audit_log for select to staffdashboard_app using (
  table_name not in ('sessions', 'user_settings', 'problem_reports')
  or actor_id = (select nullif(current_setting('app.user_id', true), '')::uuid)
  or table_name = 'user_settings' and row_id = (select current_setting('app.user_id', true))
  or table_name = 'sessions' and (select current_setting('app.user_role', true)) in ('Admin', 'Program')
  or table_name = 'problem_reports' and (select current_setting('app.user_role', true)) in ('Manager', 'Admin', 'Program')
);
