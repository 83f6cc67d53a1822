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

grant select, insert, update, delete on alarm_calls to staffdashboard_app;
