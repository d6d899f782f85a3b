-- The servers on this database and when each was last heard of.
create table execution_server (
  name     text primary key,
  host     text not null,
  seen_at  timestamptz not null
);
