-- What lies in a bucket, of a minute as of an hour: it is added up, as the counts are.
alter table measure_minutes alter column buckets type bigint[];
alter table measure_hours alter column buckets type bigint[];
alter table measure_node_hours alter column buckets type bigint[];

-- One hour anew, out of its minutes.
create or replace function roll_up_hour(h timestamptz) returns void
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
