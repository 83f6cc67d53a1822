-- The recorder finds what a row was by its key. A row whose key changes has no row before it, and would be left out of
-- the trail; a table that is truncated fires no trigger that sees rows. Both are refused where changes are recorded.
create function refuse_new_key() returns trigger
  language plpgsql
as $$
begin
  raise restrict_violation using
    message = format('the key of a row of %s cannot be changed', tg_table_name),
    detail = 'Changes are recorded by key, and this one would not be.',
    hint = 'Insert a row with the new key and delete the old one.';
end $$;

create function refuse_truncate() returns trigger
  language plpgsql
as $$
begin
  raise restrict_violation using
    message = format('%s cannot be truncated', tg_table_name),
    detail = 'Changes are recorded row by row, and this one would not be.',
    hint = 'Delete the rows.';
end $$;

create function keep_keys(of_table text) returns void
  language plpgsql set search_path = public, pg_temp
as $$
declare
  differs text;
begin
  select string_agg(format('old.%1$I is distinct from new.%1$I', a.attname), ' or ') into differs
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
  where i.indisprimary and i.indrelid = of_table::regclass;
  -- After, and for any column: a trigger that stands before the row may have changed the key.
  execute format('create trigger %I after update on %I for each row when (%s) execute function refuse_new_key()',
    of_table || '_keeps_key', of_table, differs);
  execute format('create trigger %I before truncate on %I for each statement execute function refuse_truncate()',
    of_table || '_keeps_rows', of_table);
end $$;
revoke execute on function refuse_new_key, refuse_truncate, keep_keys from public;
