-- Somebody must always be able to let people in. Two Admins who demote each other at once take turns here:
-- the lock comes before the rows, and the count after it, or each would see the other still in office.
create function take_turns_over_admins() returns trigger
  language plpgsql set search_path = public, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(7165331904);
  return null;
end $$;

create function is_admin(u users) returns boolean
  language sql immutable set search_path = public, pg_temp
as $$ select u.role = 'Admin' and u.disabled_at is null and u.password_hash is not null $$;

create function keep_an_admin() returns trigger
  language plpgsql set search_path = public, pg_temp
as $$
declare
  lost boolean;
begin
  if tg_op = 'DELETE' then
    select bool_or(is_admin(row(o.*)::users)) into lost from o;
  else
    select bool_or(is_admin(row(o.*)::users) and not is_admin(row(n.*)::users)) into lost from o join n using (id);
  end if;
  if lost then
    -- For share: under a stricter isolation level an outdated view of the other Admin fails instead of counting.
    perform from users u where is_admin(u) limit 1 for share;
    if not found then
      raise check_violation using message = 'the last Admin must stay', constraint = 'users_last_admin', table = 'users';
    end if;
  end if;
  return null;
end $$;

create trigger users_take_turns before update of role, disabled_at, password_hash or delete on users
  for each statement execute function take_turns_over_admins();
create trigger users_keep_admin_update after update on users referencing old table as o new table as n
  for each statement execute function keep_an_admin();
create trigger users_keep_admin_delete after delete on users referencing old table as o
  for each statement execute function keep_an_admin();
