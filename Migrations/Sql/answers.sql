-- Run with the rights of the owner, who sees only what has run out.
create function forget_saved_answers() returns integer
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  gone integer;
begin
  delete from saved_answers where at < now() - interval '7 days';
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function forget_saved_answers from public;
grant execute on function forget_saved_answers to staffdashboard_app;

-- What somebody was told in one role is not said to them again in another: only that it was done stays known.
create function forget_answers_of_role() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update saved_answers set status = null, headers = null, body = null where user_id = new.id and status is not null;
  return null;
end $$;
revoke execute on function forget_answers_of_role from public;
create trigger users_forget_answers after update of role on users for each row
  when (old.role is distinct from new.role) execute function forget_answers_of_role();

grant select, insert, update, delete on saved_answers to staffdashboard_app;
