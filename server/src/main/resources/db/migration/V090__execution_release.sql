-- Who let others change the entries of what a run changes although it is under way, and why: append-only, for whoever audits.
create table execution_release (
  run     text primary key references execution_run (id),
  at      timestamptz not null,
  actor   text not null,
  reason  text not null
);

create function execution_release_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'What was released stays on record';
end $$;
create trigger execution_release_append_only before update or delete on execution_release
  for each row execute function execution_release_is_append_only();
