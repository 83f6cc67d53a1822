-- Roles are read from files by name.
create unique index work_roles_lower on work_roles (lower(name));
alter table work_roles add constraint work_roles_plain_name check (not has_hidden_characters(name));

grant select, insert, update, delete on work_roles to staffdashboard_app;
