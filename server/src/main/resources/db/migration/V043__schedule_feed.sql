-- Secret addresses of calendar feeds; only the digest of the secret is kept.
create table schedule_feed (
  id           uuid primary key,
  sha256       bytea not null unique,
  kind         text not null,
  name         text not null,
  made_by      text not null,
  made_at      timestamptz not null,
  last_read_at timestamptz
);
