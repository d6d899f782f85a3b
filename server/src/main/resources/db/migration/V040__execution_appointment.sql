-- A run that was taken in and shall start by itself: one row a run, as it is now; what became of earlier ones stands in its log.
create table execution_appointment (
  run        text primary key references execution_run (id),
  starts_at  timestamptz not null,
  latest     timestamptz not null,
  made_at    timestamptz not null,
  made_by    text not null,
  state      text not null check (state in ('WAITING', 'KEPT', 'MISSED', 'CANCELLED', 'OVERTAKEN')),
  reasons    jsonb not null default '[]',
  doubt      text,
  version    bigint not null
);
create index execution_appointment_waiting on execution_appointment (starts_at) where state = 'WAITING';
