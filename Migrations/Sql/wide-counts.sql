-- The counts of a person's minutes, hours and days: a thousand reports of the most that one may say outgrow an integer.
do $$
declare
  told text;
  counted text;
begin
  foreach told in array array['person_minutes', 'person_hours', 'person_days'] loop
    select string_agg(format('alter column %I type bigint', attname), ', ') into counted
    from pg_attribute
    where attrelid = told::regclass and attnum > 0 and not attisdropped
      and atttypid = 'integer'::regtype and attname !~ 'max';
    execute format('alter table %I %s', told, counted);
  end loop;
end $$;
