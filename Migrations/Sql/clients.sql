create index clients_search on clients using gin (search gin_trgm_ops);
create index clients_archived on clients (kind) where archived_at is not null and erased_at is null;

create trigger clients_touch before update on clients
  for each row execute function touch_updated_at();

grant select, insert, update on clients to staffdashboard_app;
alter table clients add constraint clients_plain_contacts check (not has_hidden_characters(array_to_string(contacts, ' ')));
alter table clients add constraint clients_plain_name check (not has_hidden_characters(name));
alter table clients add constraint clients_length_of_contacts check (length(array_to_string(contacts, ' ')) <= 10000);
