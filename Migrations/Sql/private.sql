-- What browsers told of a person is read by Managers and Admins, and changed or removed by nobody but the person
-- themselves and the program: one policy for everything let a Manager take such lines as their own, or delete them.
do $$
declare
  private text;
  own text := 'user_id = (select nullif(current_setting(''app.user_id'', true), '''')::uuid)';
  role_is text := '(select current_setting(''app.user_role'', true))';
begin
  foreach private in array array['person_minutes', 'person_hours', 'person_days', 'person_events', 'browsers'] loop
    execute format('drop policy own_or_all on %I', private);
    execute format('create policy own_or_all on %I for select to staffdashboard_app using (%s or %s in (''Manager'', ''Admin'', ''Program''))',
      private, own, role_is);
    execute format('create policy adds_own on %I for insert to staffdashboard_app with check (%s or %s = ''Program'')', private, own, role_is);
    execute format('create policy changes_own on %1$I for update to staffdashboard_app using (%2$s or %3$s = ''Program'') with check (%2$s or %3$s = ''Program'')',
      private, own, role_is);
    execute format('create policy removes_own on %I for delete to staffdashboard_app using (%s or %s = ''Program'')', private, own, role_is);
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
