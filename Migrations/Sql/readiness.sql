-- What a node writes to find out whether the disk takes anything, and takes back. Plain: compressed it would need no room.
create table readiness_probe (filler text not null);
alter table readiness_probe alter column filler set storage plain;
grant insert on readiness_probe to staffdashboard_app;
