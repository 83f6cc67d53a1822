-- What was ever known of a record that a file may have brought: names, phones and e-mail addresses, old ones too, and those
-- of contacts, which stand in one text: "Anna Berg, Owner, +49151…, anna@example.org".
create function names_of(of_table text, record uuid) returns setof text
  language plpgsql stable set search_path = public, pg_temp
as $$
declare
  known jsonb;
begin
  execute format('select to_jsonb(t) from %I t where id = $1', of_table) into known using record;
  return query
    with said(k, v) as (
      select k, v from audit_log, jsonb_each(diff) e(k, pair),
        jsonb_array_elements(case when jsonb_typeof(pair) = 'array' then pair else '[]' end) v
      where table_name = of_table and row_id = record::text
      union all select k, v from jsonb_each(known) e(k, v)
    ), contact(line) as (
      select jsonb_array_elements_text(v) from said where k = 'contacts' and jsonb_typeof(v) = 'array'
    )
    select v #>> '{}' from said where k in ('name', 'phone', 'email') and v #>> '{}' <> ''
    union select split_part(line, ', ', 1) from contact
    union select part from contact, regexp_split_to_table(line, ', ') part where part ~ '@|^\+[0-9]+$';
end $$;

-- The lines of uploaded files that speak of this record: of a person those of any file, of anything else those of files
-- that bring its kind, for a firm may be called like a town. A file may write "0151 234-567" for +49151234567, and several
-- contacts in one cell.
create function import_rows_about(of_table text, record uuid) returns setof import_rows
  language sql stable set search_path = public, pg_temp
as $$
  with known(known, folded) as materialized (
    select distinct k, search_text(k) from names_of(of_table, record) k
  )
  select r.* from import_rows r join imports i on i.id = r.import_id
  where (of_table = 'employees' or i.table_name = of_table) and exists (
    select from unnest(r.cells) whole, regexp_split_to_table(whole, '[,;|]') cell, known where (
      search_text(btrim(regexp_replace(whole, '\s+', ' ', 'g'))) = folded
      or search_text(btrim(regexp_replace(cell, '\s+', ' ', 'g'))) = folded
      or (known ~ '^\+[0-9]+$' and length(cell) between 7 and 40 and cell !~ '[[:alpha:]]'
        and length(digits_of(cell)) >= 7 and known like '%' || digits_of(cell))))
$$;

-- A privacy request. The row and its place in every count stay; what it said is gone, from the audit log too. Whatever is
-- not named as staying is emptied: a column that is added later cannot be forgotten.
create function erase_record(of_table text, record uuid, called text, staying text[]) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  kept text[] := staying || '{id,created_at,updated_at,archived_at,erased_at}'::text[];
  emptied text;
  is_there boolean;
begin
  if coalesce(current_setting('app.user_role', true), '') <> 'Admin' then
    raise insufficient_privilege using message = 'only an Admin may erase a record';
  end if;
  if not exists (select from information_schema.columns
    where table_schema = 'public' and table_name = of_table and column_name = 'erased_at') then
    raise undefined_column using message = format('%s cannot be erased', of_table);
  end if;
  execute format('select true from %I where id = $1 and erased_at is null for update', of_table) into is_there using record;
  if is_there is null then return; end if;
  -- First, while it is still known what they speak of.
  delete from import_records p using imports i where i.id = p.import_id and (p.person_id = record
    or i.table_name = of_table and p.key in (select names_of(of_table, record))
    or exists (select from import_rows_about(of_table, record) a where a.import_id = p.import_id and a.line = p.line));
  delete from import_rows r using import_rows_about(of_table, record) a where r.import_id = a.import_id and r.line = a.line;
  select string_agg(format('%I = %s', column_name, case
      when column_name = 'name' then quote_literal(called)
      when is_nullable = 'YES' then 'null'
      when data_type = 'ARRAY' then quote_literal('{}')
      when data_type = 'boolean' then 'false'
      when data_type in ('numeric', 'integer', 'bigint') then '0'
      else quote_literal('') end), ', ') into emptied
  from information_schema.columns
  where table_schema = 'public' and table_name = of_table and is_generated = 'NEVER' and column_name <> all (kept);
  execute format('update %I set %s, archived_at = coalesce(archived_at, now()), erased_at = now() where id = $1', of_table, emptied)
    using record;
  update audit_log set diff = (
    select coalesce(jsonb_object_agg(k, case when k = any (kept) then v else 'null' end), '{}') from jsonb_each(diff) e(k, v)
  ), action = case when diff ? 'erased_at' then 'erase' else action end
  where table_name = of_table and row_id = record::text;
  -- The answers that were kept may name it: lists, words, forms. That it was done stays known, what was said is gone.
  update saved_answers set status = null, headers = null, body = null where status is not null;
  update saved_answers set body_hash = '' where position(record::text in path) > 0 and path not like '%/erase';
  -- After the line that announces the record's own topics: each node has dropped by then what shows it, and drops now what
  -- it would show in its place.
  insert into change_log (topics) values ('{erasure}');
end $$;
revoke execute on function erase_record, names_of(text, uuid), import_rows_about(text, uuid) from public;
grant execute on function erase_record, names_of(text, uuid), import_rows_about(text, uuid) to staffdashboard_app;
