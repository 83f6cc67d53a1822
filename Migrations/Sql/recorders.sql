-- From now on every change to the table is written to the trail and announced. What the arguments mean (see Records) is
-- worked out here, once: the functions that are made for the table hold it as constants, and no statement pays for it.
-- The columns are no part of that: one that is added later is recorded without anything being made anew.
--
-- The functions set nothing: setting the search path for each call takes longer than all they do. So they name the schema
-- of every table and type, or a temporary one of the same name would take its place; functions and operators are never
-- looked for among temporary things, and the program's role can make none elsewhere.
create function record_changes(of_table text, variadic arguments text[]) returns void
  language plpgsql set search_path = public, pg_temp
as $make$
declare
  key text := coalesce((select substr(a, 2) from unnest(arguments) a where a like '#%' limit 1), 'id');
  person text := (select substring(a from '\{(.*)\}') from unnest(arguments) a where a like 'person:{%' limit 1);
  hidden text[] := (select coalesce(array_agg(substr(a, 2)), '{}') from unnest(arguments) a where a like '-%') || '{updated_at,search}'::text[];
  -- Told, but not worth a line: how far a long work has come.
  quiet text[] := (select coalesce(array_agg(substr(a, 2)), '{}') from unnest(arguments) a where a like '~%');
  -- That it changed is recorded, what it was is not: a password.
  secret text[] := (select coalesce(array_agg(substr(a, 2)), '{}') from unnest(arguments) a where a like '*%');
  topics text[] := (select coalesce(array_agg(a), '{}') from unnest(arguments) a where a !~ '^[-#~*]');
  folded text[] := (select coalesce(array_agg(distinct regexp_replace(t, '\{.*\}', '*')), '{}') from unnest(topics) t);
  plain text[] := (select coalesce(array_agg(distinct t), '{}') from unnest(topics) t where t !~ '\{');
  -- "person:{id}" is 'person:' || (r ->> 'id') || '' once for each row.
  of_row text := (select string_agg(format('%L || (r ->> %L) || %L',
      substring(t from '^(.*?)\{'), substring(t from '\{(.*)\}'), substring(t from '.*\}(.*)$')), ', ')
    from unnest(topics) t where t ~ '\{');
  about text := case when person is null then 'null::pg_catalog.uuid' else format('(%%s ->> %L)::pg_catalog.uuid', person) end;
  told text := case when of_row is null then format('%L::pg_catalog.text[]', plain) else format(
    '(select coalesce(array_agg(distinct t), ''{}'') from (
        select unnest(%L::pg_catalog.text[]) t union all select t from (%%s) s, unnest(array[%s]) t) named where t is not null)', plain, of_row) end;
  made record;
begin
  for made in values
    ('insert', 'new table as n', format($body$
declare
  written bigint;
begin
  insert into public.audit_log (action, table_name, row_id, person_id, diff)
  select 'insert', %1$L, r ->> %2$L, %3$s,
    (select coalesce(jsonb_object_agg(k, jsonb_build_array(null, v)), '{}') from jsonb_each(r - %4$L::pg_catalog.text[]) e(k, v)
     where v not in ('null', '""', '[]', 'false', '0'))
  from (select to_jsonb(n) r from n) s;
  get diagnostics written = row_count;
  if written > 200 then
    insert into public.change_log (topics) values (%6$L);
  elsif written > 0 then
    insert into public.change_log (topics) values (%5$s);
  end if;
  return null;
end $body$, of_table, key, format(about, 'r'), hidden || quiet || secret, format(told, 'select to_jsonb(n) r from n'), folded)),

    ('update', 'old table as o new table as n', format($body$
declare
  written bigint; was pg_catalog.jsonb; is_now pg_catalog.jsonb;
begin
  select to_jsonb(o), to_jsonb(n), (select count(*) from (select from n limit 2) first_two)
  into was, is_now, written from o, n limit 1;
  if written = 1 then
    if was - %4$L::pg_catalog.text[] = is_now - %4$L::pg_catalog.text[] or (was ->> %2$L = is_now ->> %2$L) is not true then return null; end if;
    insert into public.audit_log (action, table_name, row_id, person_id, diff)
    select 'update', %1$L, is_now ->> %2$L, %9$s, diff from (
      select jsonb_object_agg(k, case when k = any (%8$L::pg_catalog.text[]) then '[null, null]' else jsonb_build_array(was -> k, v) end) diff
      from jsonb_each(is_now - %4$L::pg_catalog.text[]) e(k, v) where was -> k is distinct from v and k <> all (%7$L::pg_catalog.text[])
    ) d where diff is not null;
    insert into public.change_log (topics) values (%5$s);
  elsif written > 1 then
    -- Planned each time: a plan made for two rows would join a hundred thousand in a nested loop, hours instead of seconds.
    execute $many$
    with moved as (
      select before, after, id from
        (select to_jsonb(o) - %4$L::pg_catalog.text[] before, to_jsonb(o) ->> %2$L id from o) b
        join (select to_jsonb(n) - %4$L::pg_catalog.text[] after, to_jsonb(n) ->> %2$L id from n) a using (id)
      where before <> after
    ), recorded as (
      insert into public.audit_log (action, table_name, row_id, person_id, diff)
      select 'update', %1$L, id, %3$s, diff from moved cross join lateral (
        select jsonb_object_agg(k, case when k = any (%8$L::pg_catalog.text[]) then '[null, null]' else jsonb_build_array(before -> k, v) end) diff
        from jsonb_each(after) e(k, v) where before -> k is distinct from v and k <> all (%7$L::pg_catalog.text[])
      ) d where diff is not null
    )
    select count(*) from moved
    $many$ into written;
    if written > 200 then
      insert into public.change_log (topics) values (%6$L);
    elsif written > 0 then
      insert into public.change_log (topics) values (%10$s);
    end if;
  end if;
  return null;
end $body$, of_table, key, format(about, 'after'), hidden, format(told, 'select was r union all select is_now'), folded, quiet, secret,
      format(about, 'is_now'), format(told, 'select to_jsonb(o) r from o union select to_jsonb(n) from n'))),

    ('delete', 'old table as o', format($body$
declare
  written bigint;
begin
  insert into public.audit_log (action, table_name, row_id, person_id, diff)
  select 'delete', %1$L, r ->> %2$L, %3$s,
    (select coalesce(jsonb_object_agg(k, jsonb_build_array(v, null)), '{}') from jsonb_each(r - %4$L::pg_catalog.text[]) e(k, v) where v <> 'null')
  from (select to_jsonb(o) r from o) s;
  get diagnostics written = row_count;
  if written > 200 then
    insert into public.change_log (topics) values (%6$L);
  elsif written > 0 then
    insert into public.change_log (topics) values (%5$s);
  end if;
  return null;
end $body$, of_table, key, format(about, 'r'), hidden || quiet || secret, format(told, 'select to_jsonb(o) r from o'), folded))
  loop
    execute format($function$
      create or replace function %1$I() returns trigger
        language plpgsql security definer
      as %2$L
      $function$, format('record_%s_%s', of_table, made.column1), made.column3);
    -- A trigger function that anybody may use writes the trail for a table of anybody's making.
    execute format('revoke execute on function %I from public', format('record_%s_%s', of_table, made.column1));
    execute format('drop trigger if exists %I on %I', format('%s_records_%s', of_table, made.column1), of_table);
    execute format('create trigger %I after %s on %I referencing %s for each statement execute function %I()',
      format('%s_records_%s', of_table, made.column1), made.column1, of_table, made.column2,
      format('record_%s_%s', of_table, made.column1));
  end loop;
end $make$;
revoke execute on function record_changes from public;
