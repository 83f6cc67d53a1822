-- One partition a day: yesterday's (a page may tell late), this one and the next three.
create function prepare_measures() returns void
  language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC'
as $$
declare
  parent text;
  day date;
begin
  foreach parent in array array['measure_minutes', 'person_minutes', 'person_events'] loop
    for day in select generate_series(current_date - 1, current_date + 3, interval '1 day') loop
      begin
        if to_regclass(parent || '_' || to_char(day, 'YYYY_MM_DD')) is null then
          execute format('create table %I partition of %I for values from (%L) to (%L)',
            parent || '_' || to_char(day, 'YYYY_MM_DD'), parent, day, day + 1);
        end if;
      exception
        -- Another node was quicker, or lines of that day already lie in the default partition and stay there.
        when duplicate_table or check_violation then null;
      end;
    end loop;
  end loop;
end $$;
select prepare_measures();

-- One hour anew, out of its minutes.
create function roll_up_hour(h timestamptz) returns void
  language plpgsql set search_path = public, pg_temp
as $$
begin
  delete from measure_node_hours where hour = h;
  insert into measure_node_hours (hour, name, label, node, count, sum, max, buckets)
  select h, name, label, node, t.count, t.sum, t.max, b.buckets
  from (
    select name, label, node, sum(count) count, sum(sum) sum, max(max) max
    from measure_minutes where minute >= h and minute < h + interval '1 hour' group by name, label, node
  ) t left join (
    select name, label, node, array_agg(values order by i) buckets from (
      select name, label, node, i, sum(value)::bigint as values
      from measure_minutes cross join unnest(buckets) with ordinality u(value, i)
      where minute >= h and minute < h + interval '1 hour' group by name, label, node, i
    ) s group by name, label, node
  ) b using (name, label, node);

  delete from measure_hours where hour = h;
  insert into measure_hours (hour, name, label, count, sum, max, buckets)
  select h, name, label, t.count, t.sum, t.max, b.buckets
  from (
    select name, label, sum(count) count, sum(sum) sum, max(max) max
    from measure_node_hours where hour = h group by name, label
  ) t left join (
    select name, label, array_agg(values order by i) buckets from (
      select name, label, i, sum(value)::bigint as values
      from measure_node_hours cross join unnest(buckets) with ordinality u(value, i)
      where hour = h group by name, label, i
    ) s group by name, label
  ) b using (name, label);
end $$;
revoke execute on function roll_up_hour from public;

-- Every hour that is over and not yet summed up, and those that got a line since. Asking twice is harmless.
create function roll_up_measures() returns integer
  language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC'
as $$
declare
  -- Whoever began to write before the hour was over has written by now.
  ended timestamptz := date_trunc('hour', clock_timestamp() - interval '2 minutes');
  kept timestamptz := date_trunc('hour', clock_timestamp() - interval '29 days');
  since timestamptz;
  hours timestamptz[];
  h timestamptz;
begin
  -- Two nodes take turns. The marks go before the minutes are read: one that comes later stays for the next time.
  select greatest(until, kept) into since from measure_rolled for update;
  with late as (delete from measure_late where hour < ended returning hour)
  select coalesce(array_agg(distinct hour order by hour), '{}') into hours from (
    -- Of an older hour minutes may be gone: its sum stays what it is.
    select hour from late where hour >= kept
    union select generate_series(since, ended - interval '1 hour', interval '1 hour')
  ) due(hour);
  foreach h in array hours loop
    perform roll_up_hour(h);
  end loop;
  update measure_rolled set until = ended where until < ended;
  return cardinality(hours);
end $$;

-- Minutes and single events are kept for 30 days, hours for a year. Returns how many days were dropped.
create function forget_measures() returns integer
  language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' set lock_timeout = '5s'
as $$
declare
  part text;
  dropped integer := 0;
begin
  perform roll_up_measures();
  for part in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent in ('measure_minutes'::regclass, 'person_minutes'::regclass, 'person_events'::regclass)
      and c.relname ~ '_\d{4}_\d\d_\d\d$'
      and to_date(right(c.relname, 10), 'YYYY_MM_DD') < current_date - 30
  loop
    execute format('drop table %I', part);
    dropped := dropped + 1;
  end loop;
  delete from measure_minutes_other where minute < current_date - 30;
  delete from person_minutes_other where minute < current_date - 30;
  delete from person_events_other where at < current_date - 30;
  delete from measure_hours where hour < now() - interval '1 year';
  delete from measure_node_hours where hour < now() - interval '1 year';
  delete from person_hours where hour < now() - interval '1 year';
  delete from person_days where day < now() - interval '1 year';
  delete from slow_queries where at < now() - interval '30 days';
  delete from browsers where seen_at < now() - interval '30 days';
  delete from nodes where heartbeat_at < now() - interval '7 days';
  -- Compared with the stretch before, like the hours.
  delete from inconsistencies where at < now() - interval '1 year';
  return dropped;
end $$;

revoke execute on function prepare_measures, roll_up_measures, forget_measures from public;
grant execute on function prepare_measures, roll_up_measures, forget_measures to staffdashboard_app;
