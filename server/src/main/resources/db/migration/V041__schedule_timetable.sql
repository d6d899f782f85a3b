-- What is planned of an upgrade, as somebody wrote it; every save is a row, the newest counts.
create table schedule_terms (
  upgrade     bigint not null references plan_upgrade,
  version     bigint not null,
  body        text not null,
  actor_kind  text not null,
  actor       text not null,
  at          timestamptz not null,
  primary key (upgrade, version)
);

-- Timetables. Problem and solution are JSON, packed with gzip; heard is when the server that solves it last said so.
create table schedule_timetable (
  id             bigint generated always as identity primary key,
  name           text not null,
  state          text not null,
  solving        text not null,
  wish           text not null,
  based_on       bigint references schedule_timetable,
  problem        bytea not null,
  solution       bytea not null,
  findings       text not null,
  upgrades       int not null,
  planned        int not null,
  total          bigint not null,
  bound          bigint not null,
  seconds        double precision not null,
  trouble        text,
  heard          timestamptz not null,
  made_by_kind   text not null,
  made_by        text not null,
  made_at        timestamptz not null,
  agreed_by_kind text,
  agreed_by      text,
  agreed_at      timestamptz,
  version        bigint not null default 1
);
create unique index schedule_timetable_agreed on schedule_timetable (state) where state = 'AGREED';

-- Where each upgrade stands in a timetable.
create table schedule_placement (
  timetable  bigint not null references schedule_timetable on delete cascade,
  upgrade    bigint not null references plan_upgrade,
  starts     timestamptz not null,
  ends       timestamptz not null,
  mode       text not null,
  pinned     boolean not null default false,
  primary key (timetable, upgrade)
);
create index schedule_placement_of on schedule_placement (upgrade);
