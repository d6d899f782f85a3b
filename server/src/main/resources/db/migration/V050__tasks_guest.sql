-- Links by which somebody without an account acts on one task; only the digest of the secret is kept.
create table tasks_guest (
  id          uuid primary key,
  task        bigint not null references tasks_task,
  sha256      bytea not null unique,
  name        text not null,
  made_by     text not null,
  made_at     timestamptz not null,
  expires_at  timestamptz not null,
  revoked_at  timestamptz
);
create index tasks_guest_of_task on tasks_guest (task, made_at);
