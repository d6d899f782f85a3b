-- Upgrades: which systems go from which version to which, when and why.
create table plan_upgrade (
  id                bigint generated always as identity primary key,
  title             text not null,
  why               text not null,
  systems           text[] not null,
  from_version      text not null,
  to_version        text not null,
  class             text not null,
  owner             text not null,
  go_live           date,
  downtime_minutes  int,
  way_back          text,
  state             text not null,
  made_by_kind      text not null,
  made_by           text not null,
  made_at           timestamptz not null,
  changed_by_kind   text not null,
  changed_by        text not null,
  changed_at        timestamptz not null,
  version           bigint not null default 1
);
create index plan_upgrade_next on plan_upgrade (go_live nulls last, id);
