-- Templates of processes. A change is a new version; versions are never changed.
create table tasks_template (
  name      text not null,
  version   int not null,
  title     text not null,
  steps     int not null,
  shipped   boolean not null,
  text      text not null,
  digest    text not null,
  by_kind   text not null,
  by_name   text not null,
  at        timestamptz not null,
  primary key (name, version)
);

-- A template that was launched into an upgrade.
create table tasks_launch (
  id                bigint generated always as identity primary key,
  upgrade           bigint not null,
  template          text not null,
  template_version  int not null,
  title             text not null,
  launched_at       timestamptz not null,
  zone              text not null,
  working_days      boolean not null,
  days_off          date[] not null,
  go_live           date,
  window_start      timestamptz,
  by_kind           text not null,
  by_name           text not null,
  checked_at        timestamptz not null,
  version           bigint not null default 1,
  unique (upgrade, template)
);
create index tasks_launch_checked on tasks_launch (checked_at);

create table tasks_task (
  id           bigint generated always as identity primary key,
  launch       bigint not null references tasks_launch,
  upgrade      bigint not null,
  position     int not null,
  key          text not null,
  module       text not null,
  title        text not null,
  detail       text not null,
  owner_kind   text not null,
  owner        text not null,
  basis        text not null,
  time_offset  text not null,
  after        text[] not null,
  moved_to     timestamptz,
  due          timestamptz,
  proof        text not null,
  capabilities text[] not null,
  body         jsonb not null,
  evidence     text,
  state        text not null,
  ended_kind   text,
  ended_by     text,
  ended_at     timestamptz,
  ended_says   text,
  version      bigint not null default 1,
  unique (launch, key)
);
create index tasks_task_of_upgrade on tasks_task (upgrade, launch, position);
-- What somebody has to do, the most urgent first.
create index tasks_task_open on tasks_task (owner_kind, owner, due) where state = 'OPEN';
-- What all upgrades have to do, for the portfolio.
create index tasks_task_standing on tasks_task (upgrade) include (state, due);

-- What happened to a task; only added to.
create table tasks_event (
  id       bigint generated always as identity primary key,
  task     bigint not null references tasks_task,
  at       timestamptz not null,
  by_kind  text not null,
  by_name  text not null,
  what     text not null,
  before   text,
  after    text
);
create index tasks_event_of_task on tasks_event (task, id);
create function tasks_event_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what happened to a task is only added to';
end $$;
create trigger tasks_event_stays before update or delete on tasks_event
  for each row execute function tasks_event_stays();

create table tasks_attachment (
  id       uuid primary key,
  task     bigint not null references tasks_task,
  name     text not null,
  size     int not null,
  sha256   text not null,
  bytes    bytea not null,
  by_name  text not null,
  at       timestamptz not null
);
create index tasks_attachment_of_task on tasks_attachment (task, at);
