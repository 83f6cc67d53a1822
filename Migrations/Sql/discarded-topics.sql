-- What somebody gave up is announced under the topic of what it was about, whatever that is: its history shows it.
create function keep_given_up(of_table text, of_row text, of_person uuid, of_topic text, difference jsonb) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into audit_log (action, table_name, row_id, person_id, diff)
  values ('given-up', of_table, of_row, of_person, difference);
  insert into change_log (topics) values (array[of_topic]);
end $$;
revoke execute on function keep_given_up(text, text, uuid, text, jsonb) from public;
grant execute on function keep_given_up(text, text, uuid, text, jsonb) to staffdashboard_app;

drop function keep_given_up(text, text, uuid, jsonb);
