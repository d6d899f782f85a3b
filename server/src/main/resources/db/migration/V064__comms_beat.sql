-- Words while a run is under way: written by a person, by Evenkeel in place of one that was missed, or that none came at all.
create table comms_beat (
  key      text primary key,
  run      text not null,
  upgrade  bigint not null references plan_upgrade,
  kind     text not null check (kind in ('PERSON', 'MACHINE', 'ALARM')),
  at       timestamptz not null,
  actor    text not null,
  says     text not null
);
create index comms_beat_of on comms_beat (run, at);
