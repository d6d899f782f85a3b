-- Logs and traces whose calls were added up; the same file counts once.
create table inventory_call_file (
  digest      text primary key,
  at          timestamptz not null,
  actor_kind  text not null,
  actor       text not null,
  file        text not null,
  calls       bigint not null
);

-- Who called whom, as logs know them.
create table inventory_call (
  caller      text[] not null,
  callee      text[] not null,
  calls       bigint not null,
  first_seen  timestamptz not null,
  last_seen   timestamptz not null,
  example     text not null,
  primary key (caller, callee)
);
create index inventory_call_busiest on inventory_call (calls desc);

-- What a person said an address, host, user agent or service is; without a system it is known and none.
create table inventory_caller_rule (
  kind        text not null,
  pattern     text not null,
  system      text,
  at          timestamptz not null,
  actor_kind  text not null,
  actor       text not null,
  primary key (kind, pattern)
);
