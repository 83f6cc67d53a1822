-- Names tell people apart, so nothing may hide in them: control and format characters, marks that turn the reading
-- direction round, letters that have no shape. The program refuses at least these, see NameText.cs.
create function has_hidden_characters(name text) returns boolean
  language sql immutable strict parallel safe
  as $$ select name ~ '[\u0001-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]' $$;

create function without_hidden_characters(name text) returns text
  language sql immutable strict parallel safe
  as $$ select coalesce(nullif(btrim(regexp_replace(regexp_replace(name, '[\u0009-\u000d\u2028\u2029]+', ' ', 'g'),
    '[\u0001-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]', '', 'g')), ''), 'Unnamed') $$;

-- What a name looks like: two names with one key cannot be told apart at a glance. Letters of Cyrillic and Greek become
-- the Latin ones that they resemble, and so do Lisu capitals; small capitals become the letters that they are, 1 and I an
-- l, 0 an o. What only chooses between shapes of the sign before it is left out.
create function name_key(name text) returns text
  language sql immutable strict parallel safe set search_path = public, pg_temp
as $$
  select replace(replace(translate(lower(translate(
    regexp_replace(normalize(btrim(regexp_replace(name, '[\ufe00-\ufe0f\U00016fe4\U0001d159]', '', 'g')), nfkc), '\s+', ' ', 'g'),
    'АаВвЕеКкМмНнОоРрСсТтУуХхІіЈјЅѕҺһҮүԚԛԜԝԀԁӀӏ' ||
    'ΑαΒβΕεΖζΗηΙιΚκΜΝνΟοΡρΤτΥυΧχγω' ||
    'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢıɩɑɡǀ' ||
    'ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ' ||
    '’ʼ‘`‐‑–—−',
    'aabbeekkmmhhooppccttyyxxiijjsshhyyqqwwddll' ||
    'aabbeezzhniikkmnvoopptt' || 'yuxxyw' ||
    'abcdefghijklmnoprstuvwyzllagl' ||
    'bpdtgkjczfmnlsrvhwxyaeiou' ||
    '''''''''-----')), 'i1|!0', 'llllo'), 'rn', 'm'), 'vv', 'w')
$$;

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

-- What is there already is made to fit. The first Admin was called Admin.
update employees set name = without_hidden_characters(name) where has_hidden_characters(name);
update employees set skills = array(select without_hidden_characters(s) from unnest(skills) with ordinality as each(s, at) order by at)
  where has_hidden_characters(array_to_string(skills, ' '));
update work_roles set name = left(without_hidden_characters(name), 32) || ' ' || left(md5(id::text), 6) where has_hidden_characters(name);
update users set name = without_hidden_characters(name) where has_hidden_characters(name);
update users set name = left(email, 120) where is_reserved_name(name);
update users set name = left(users.name, 40) || ' (' || left(email, 76) || ')'
  from (select id, row_number() over (partition by name_key(name) order by created_at, id) place from users) same
  where same.id = users.id and same.place > 1;
delete from skills where has_hidden_characters(name);

alter table employees add constraint employees_plain_name check (not has_hidden_characters(name));
alter table employees add constraint employees_plain_skills check (not has_hidden_characters(array_to_string(skills, ' ')));
alter table work_roles add constraint work_roles_plain_name check (not has_hidden_characters(name));
alter table users add constraint users_plain_name check (not has_hidden_characters(name));
alter table users add constraint users_reserved_name check (not is_reserved_name(name));
create unique index users_name_key on users (name_key(name));
