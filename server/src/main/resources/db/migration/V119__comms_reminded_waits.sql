-- Of what else than tasks somebody was told that it waits for them, by its key.
alter table comms_reminded
  add column known_waits text[] not null default '{}',
  add column soon_waits text[] not null default '{}';
