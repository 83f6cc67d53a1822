alter table alarms add column acknowledged_by_id uuid;
alter table problem_reports add column answered_by_id uuid;
alter table alarm_silences add column by_id uuid;

-- The trail knows who it was. That it is written beside the name from now on is no change that anybody made: it is not
-- recorded. And the owner sees no report of anybody's while the policies hold for the owner, too.
alter table problem_reports no force row level security;
do $$
declare
  signed record;
begin
  for signed in select * from (values
    ('alarms', 'acknowledged_by', 'acknowledged_by_id'),
    ('problem_reports', 'answered_by', 'answered_by_id'),
    ('alarm_silences', 'by', 'by_id')) each(kind, name, id)
  loop
    execute format('alter table %I disable trigger user', signed.kind);
    execute format(
      'update %1$I set %3$I = last.actor_id from (
         select distinct on (row_id) row_id, actor_id from audit_log
         where table_name = %1$L and diff ? %2$L and actor_id is not null
         order by row_id, at desc, id desc) last
       where last.row_id = %1$I.id::text and %1$I.%2$I is not null', signed.kind, signed.name, signed.id);
    execute format('alter table %I enable trigger user', signed.kind);
  end loop;
end $$;
alter table problem_reports force row level security;
