-- Who did what, when: append-only and chained. docs/audit.md tells how a row is hashed.
create table audit_entry (
  seq         bigint primary key check (seq > 0),
  at          timestamptz not null,
  actor_kind  text not null,
  actor       text not null,
  what        text not null,
  subject     text not null,
  facts       text not null,
  before      bytea not null check (length(before) = 32),
  hash        bytea not null check (length(hash) = 32)
);
create index audit_entry_subject on audit_entry (subject text_pattern_ops, seq);
create index audit_entry_actor on audit_entry (actor, seq);
create index audit_entry_at on audit_entry (at);

create function audit_entry_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'The audit trail is append-only';
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function audit_entry_is_append_only();
create trigger audit_entry_stays before truncate on audit_entry
  for each statement execute function audit_entry_is_append_only();
revoke update, delete, truncate on audit_entry from public, current_user;

-- The newest row, once nobody else can append one until the end of the transaction. Each statement of a function
-- sees what was committed before it, so that the row is the newest one also for those who waited for the lock.
create function audit_head(out seq bigint, out hash bytea) language plpgsql as $$
begin
  perform pg_advisory_xact_lock(418380707188);
  select e.seq, e.hash into seq, hash from audit_entry e order by e.seq desc limit 1;
end $$;

-- Signs evidence (Ed25519). One for all servers; the private half is sealed as secrets are.
create table evidence_key (
  id       int primary key check (id = 1),
  public   bytea not null,
  sealed   bytea not null,
  key_id   text not null,
  made_at  timestamptz not null
);
