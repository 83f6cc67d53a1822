-- A database that was made before PostgreSQL 15 lets every role make tables and functions in "public", which are then
-- found before those of the same name that the program means.
revoke create on schema public from public;
grant usage on schema public to staffdashboard_app, staffdashboard_backup;

-- The tables that no other file speaks of.
grant select, insert, update, delete on imports, import_rows, import_records, alarm_rules, alarms, alarm_silences, job_runs,
  letters, daily_reports, report_recipients, feature_switches to staffdashboard_app;
grant select, insert on job_orders to staffdashboard_app;
grant select, update on report_settings to staffdashboard_app;
grant select on "__EFMigrationsHistory" to staffdashboard_app;

-- Whatever is made from now on can be backed up, too.
grant select on all tables in schema public to staffdashboard_backup;
alter default privileges in schema public grant select on tables to staffdashboard_backup;
