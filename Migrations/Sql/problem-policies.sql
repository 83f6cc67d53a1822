-- Managers read what was reported. One policy for everything let them write to it, too: in the name of somebody else, and
-- over the answer of an Admin.
drop policy own_or_all on problem_reports;
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
revoke update on problem_reports from staffdashboard_app;
grant update (state, answer, answered_by_id, answered_by, answered_at, seen_at) on problem_reports to staffdashboard_app;
