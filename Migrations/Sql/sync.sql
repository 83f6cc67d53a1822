-- Told, but not recorded: work that the program does by itself. The arguments are topics.
create function announce() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into change_log (topics) values (tg_argv);
  return null;
end $$;
revoke execute on function announce from public;
create trigger job_runs_announces after insert or update on job_runs
  for each row execute function announce('jobs');
create trigger daily_reports_announces after insert or update on daily_reports
  for each row execute function announce('reports');
-- The section itself is told, too: every node forgets what it keeps of it, every browser asks for it again.
create function announce_inconsistency() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into change_log (topics) values (array_remove(
    array['inconsistencies', case when tg_op = 'INSERT' then new.topic end], null));
  return null;
end $$;
revoke execute on function announce_inconsistency from public;
create trigger inconsistencies_announces after insert or update on inconsistencies
  for each row execute function announce_inconsistency();
-- Whoever has that page open asks who else has.
create function announce_presence() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into change_log (topics)
  select array['presence'] || case when count(*) > 200 then array['here:*'] else array_agg(topic) end
  from (select distinct 'here:' || place as topic from moved) places having count(*) > 0;
  return null;
end $$;
revoke execute on function announce_presence from public;
create trigger presence_announces_insert after insert on presence referencing new table as moved
  for each statement execute function announce_presence();
create trigger presence_announces_delete after delete on presence referencing old table as moved
  for each statement execute function announce_presence();
-- Not of a statement that found no row: whoever is woken by what they did in vain does it again for ever.
create function announce_any() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if exists (select from told) then
    insert into change_log (topics) values (tg_argv);
  end if;
  return null;
end $$;
revoke execute on function announce_any from public;
-- A letter that waits wakes the runners of all nodes.
create trigger letters_announce_insert after insert on letters
  referencing new table as told for each statement execute function announce_any('letters');
create trigger letters_announce_update after update on letters
  referencing new table as told for each statement execute function announce_any('letters');
create trigger letters_announce_delete after delete on letters
  referencing old table as told for each statement execute function announce_any('letters');

-- What the webhook is to hear of alarms, until it answered or was given up.
create table alarm_calls (
  key text primary key,
  alarm_id uuid not null,
  body text not null,
  at timestamptz not null,
  due_at timestamptz not null,
  tries integer not null default 0,
  sent_at timestamptz,
  failed_at timestamptz,
  problem text
);
create index alarm_calls_waiting on alarm_calls (due_at) where sent_at is null and failed_at is null;
create index alarm_calls_alarm on alarm_calls (alarm_id);

grant select, insert, update, delete on alarm_calls, alarm_rules, alarms, alarm_silences, report_recipients, feature_switches,
  job_runs, letters, daily_reports to staffdashboard_app;
grant select, insert on job_orders to staffdashboard_app;
grant select, update on report_settings to staffdashboard_app;

-- The tables of the job library, with the columns that its version 4.7 asks for.
create schema quartz;
create table quartz.qrtz_job_details (
  sched_name text not null, job_name text not null, job_group text not null, description text,
  job_class_name text not null, is_durable bool not null, is_nonconcurrent bool not null,
  is_update_data bool not null, requests_recovery bool not null, job_data bytea,
  primary key (sched_name, job_name, job_group)
);
create table quartz.qrtz_triggers (
  sched_name text not null, trigger_name text not null, trigger_group text not null,
  job_name text not null, job_group text not null, description text,
  next_fire_time bigint, prev_fire_time bigint, priority integer, trigger_state text not null,
  trigger_type text not null, start_time bigint not null, end_time bigint, calendar_name text,
  misfire_instr smallint, misfire_orig_fire_time bigint, execution_group varchar(200),
  preferred_node varchar(200), preferred_node_auto bool not null default false,
  retry_policy varchar(250), retry_attempt integer, continues_trigger_name text, continues_trigger_group text,
  continuation_condition integer, overlap_policy integer, pause_reason varchar(250), paused_by varchar(200),
  paused_at bigint, misfire_threshold bigint, fixed_delay bool, job_data bytea,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, job_name, job_group) references quartz.qrtz_job_details
);
create table quartz.qrtz_simple_triggers (
  sched_name text not null, trigger_name text not null, trigger_group text not null,
  repeat_count bigint not null, repeat_interval bigint not null, times_triggered bigint not null,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references quartz.qrtz_triggers on delete cascade
);
create table quartz.qrtz_simprop_triggers (
  sched_name text not null, trigger_name text not null, trigger_group text not null,
  str_prop_1 text, str_prop_2 text, str_prop_3 text, int_prop_1 integer, int_prop_2 integer,
  long_prop_1 bigint, long_prop_2 bigint, dec_prop_1 numeric, dec_prop_2 numeric,
  bool_prop_1 bool, bool_prop_2 bool, time_zone_id text,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references quartz.qrtz_triggers on delete cascade
);
create table quartz.qrtz_cron_triggers (
  sched_name text not null, trigger_name text not null, trigger_group text not null,
  cron_expression text not null, time_zone_id text,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references quartz.qrtz_triggers on delete cascade
);
create table quartz.qrtz_blob_triggers (
  sched_name text not null, trigger_name text not null, trigger_group text not null, blob_data bytea,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references quartz.qrtz_triggers on delete cascade
);
create table quartz.qrtz_calendars (
  sched_name text not null, calendar_name text not null, calendar bytea not null,
  primary key (sched_name, calendar_name)
);
create table quartz.qrtz_paused_trigger_grps (
  sched_name text not null, trigger_group text not null,
  pause_reason varchar(250), paused_by varchar(200), paused_at bigint,
  primary key (sched_name, trigger_group)
);
create table quartz.qrtz_paused_job_grps (
  sched_name text not null, job_group text not null,
  pause_reason varchar(250), paused_by varchar(200), paused_at bigint,
  primary key (sched_name, job_group)
);
create table quartz.qrtz_fired_triggers (
  sched_name text not null, entry_id text not null, trigger_name text not null, trigger_group text not null,
  instance_name text not null, fired_time bigint not null, sched_time bigint not null, priority integer not null,
  state text not null, job_name text, job_group text, is_nonconcurrent bool not null, requests_recovery bool,
  execution_group varchar(200), progress integer, progress_message varchar(250), interrupt_requested_time bigint,
  primary key (sched_name, entry_id)
);
create table quartz.qrtz_scheduler_state (
  sched_name text not null, instance_name text not null, last_checkin_time bigint not null,
  checkin_interval bigint not null, quartz_version varchar(20),
  primary key (sched_name, instance_name)
);
create table quartz.qrtz_locks (
  sched_name text not null, lock_name text not null, primary key (sched_name, lock_name)
);
create index on quartz.qrtz_triggers (sched_name, job_name, job_group);
create index on quartz.qrtz_triggers (sched_name, trigger_state, next_fire_time);
create index on quartz.qrtz_fired_triggers (sched_name, instance_name, requests_recovery);
create index on quartz.qrtz_fired_triggers (sched_name, trigger_name, trigger_group);
grant usage on schema quartz to staffdashboard_app, staffdashboard_backup;
grant select, insert, update, delete on all tables in schema quartz to staffdashboard_app;
grant select on all tables in schema quartz to staffdashboard_backup;
