-- Runs and everything they do. Only the machine changes the state of a run: one small document, and one row for every step
-- that was begun, so that a decision writes what changed and not all of it.
create table execution_run (
  id          text primary key,
  name        text not null,
  title       text not null,
  kind        text not null check (kind in ('REHEARSAL', 'PRODUCTION')),
  waiver      text,
  runbook     text not null,
  digest      text not null,
  inputs      jsonb not null,
  status      text not null,
  state       jsonb not null,
  version     bigint not null,
  created_at  timestamptz not null,
  created_by  text not null,
  started_at  timestamptz,
  ended_at    timestamptz
);
create index execution_run_newest on execution_run (created_at desc, id);
create index execution_run_digest on execution_run (digest, kind, status);

create table execution_step (
  run       text not null references execution_run (id),
  step      text not null,
  phase     text not null,
  attempts  int not null,
  touched   boolean not null,
  since     timestamptz not null,
  note      text not null,
  primary key (run, step)
);

-- Intent before action: a row is here before anything happens.
create table execution_attempt (
  id              text primary key,
  run             text not null references execution_run (id),
  step            text not null,
  step_id         text not null,
  target          text not null,
  direction       text not null check (direction in ('FORWARD', 'BACK')),
  number          int not null,
  caution         text not null,
  state           text not null check (state in ('INTENDED', 'STARTED', 'WAITING', 'CONFIRMING', 'ENDED')),
  memo            text not null default '',
  waiting_for     text not null default '',
  stop_requested  boolean not null default false,
  intended_at     timestamptz not null,
  started_at      timestamptz,
  started_by      text,
  ended_at        timestamptz,
  result          text,
  detail          text not null default '',
  outputs         jsonb not null default '{}',
  printed         bigint not null default 0
);
create index execution_attempt_run on execution_attempt (run, step);

create table execution_output (
  attempt  text not null references execution_attempt (id),
  seq      bigint generated always as identity,
  at       timestamptz not null,
  text     text not null,
  primary key (attempt, seq)
);

-- The log of a run: append-only.
create table execution_event (
  seq    bigint generated always as identity primary key,
  run    text not null references execution_run (id),
  at     timestamptz not null,
  actor  text not null,
  what   text not null,
  step   text,
  says   text not null
);
create index execution_event_run on execution_event (run, seq);

create function execution_event_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'The log of a run is append-only';
end $$;
create trigger execution_event_append_only before update or delete on execution_event
  for each row execute function execution_event_is_append_only();

create table execution_verdict (
  run       text not null references execution_run (id),
  at        timestamptz not null,
  rule      text not null,
  kind      text not null,
  observed  double precision,
  baseline  double precision,
  bound     double precision,
  evidence  bigint not null,
  says      text not null,
  primary key (run, at, rule)
);

create table execution_confirmation (
  attempt   text primary key references execution_attempt (id),
  at        timestamptz not null,
  actor     text not null,
  accepted  boolean not null,
  evidence  text not null
);

-- What version a target was seen to have; the newest row of a target counts.
create table execution_version (
  run      text not null references execution_run (id),
  target   text not null,
  at       timestamptz not null,
  version  text not null,
  primary key (run, target, at)
);

-- db-scheduler's table, as its documentation asks for it.
create table scheduled_tasks (
  task_name             text not null,
  task_instance         text not null,
  task_data             bytea,
  execution_time        timestamptz,
  picked                boolean not null,
  picked_by             text,
  last_success          timestamptz,
  last_failure          timestamptz,
  consecutive_failures  int,
  last_heartbeat        timestamptz,
  version               bigint not null,
  priority              smallint,
  state                 text,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
