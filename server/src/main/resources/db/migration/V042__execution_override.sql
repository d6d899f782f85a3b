-- Who let which run go forward outside of its window or inside of a freeze, and why: append-only, for whoever audits.
create table execution_override (
  seq      bigint generated always as identity primary key,
  run      text not null references execution_run (id),
  at       timestamptz not null,
  actor    text not null,
  role     text not null,
  command  text not null,
  against  jsonb not null,
  reason   text not null
);
create index execution_override_run on execution_override (run, seq);

create function execution_override_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'What was overridden stays on record';
end $$;
create trigger execution_override_append_only before update or delete on execution_override
  for each row execute function execution_override_is_append_only();
