-- Names tell people apart, so nothing may hide in them: control and format characters, marks that turn the reading
-- direction round, letters that have no shape. The program refuses at least these, see NameText.cs.
create function has_hidden_characters(name text) returns boolean
  language sql immutable strict parallel safe
  as $$ select name ~ '[\u0001-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]' $$;

-- Whoever is called like this could sign the history in the name of the program, or of nobody in particular.
create function is_reserved_name(name text) returns boolean
  language sql immutable strict parallel safe set search_path = public, pg_temp
as $$
  select name_key(name) in (select name_key(reserved) from unnest(array['The program', 'Program', 'StaffDashboard',
      'System', 'The system', 'Server', 'Admin', 'Admins', 'Administrator', 'The admin', 'Manager', 'Staff', 'Root',
      'Support', 'Security', 'The office', 'Office', 'You', 'Me', 'Somebody', 'Someone', 'Anybody', 'Nobody', 'Everybody',
      'Unknown', 'Anonymous', 'User', 'Postgres', 'Erased person', 'staffdashboard_app', 'staffdashboard_owner']) reserved)
    or position(name_key('at the database') in name_key(name)) > 0
$$;

alter table users add constraint users_plain_name check (not has_hidden_characters(name));
alter table users add constraint users_reserved_name check (not is_reserved_name(name));
create unique index users_name_key on users (name_key(name));
