create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- unaccent is only "stable", because a dictionary could be replaced; ours is not, and an index needs "immutable".
create function search_text(text) returns text
  language sql immutable strict parallel safe
  set search_path = public, pg_temp
  as $$ select lower(unaccent('unaccent'::regdictionary, $1)) $$;

create function search_text(name text, phone text, skills text[]) returns text
  language sql immutable parallel safe
  set search_path = public, pg_temp
  as $$ select search_text(name) || ' ' || coalesce(phone, '') || ' ' || search_text(array_to_string(skills, ' ')) $$;

create function digits_of(text) returns text
  language sql immutable strict as $$ select ltrim(regexp_replace(replace($1, '(0)', ''), '[^0-9]', '', 'g'), '0') $$;
