-- A request for a run may come twice: its answer was lost, or somebody pressed twice. The second one finds the run of the first.
create table execution_request (
  key  bytea primary key,
  run  text not null references execution_run (id)
);
