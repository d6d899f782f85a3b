-- Tells this installation from all others; it goes wherever the database goes.
create table database_installation (
  alone boolean primary key default true check (alone),
  id    uuid not null default gen_random_uuid()
);

insert into database_installation default values;

-- Invitations that were sent keep the name they have in people's calendars, so that what changes still reaches them.
alter table comms_kick_off add column uid text;
update comms_kick_off set uid = 'upgrade-' || upgrade || '-kick-off@evenkeel';
alter table comms_kick_off alter column uid set not null;
