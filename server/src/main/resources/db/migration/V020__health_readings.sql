-- What metric sources said. A watch is named by its owner, such as a run.
create table health_watch (
  watch         text primary key,
  began         timestamptz not null,
  last_look     timestamptz not null,
  last_judged   timestamptz,
  change_began  timestamptz
);
create index health_watch_oldest on health_watch (last_look);

-- Which target was in which part, and when; for charts. The newest row of a target is open.
create table health_arm (
  watch   text not null references health_watch (watch) on delete cascade,
  target  text not null,
  arm     text not null check (arm in ('WAITING', 'UPGRADED')),
  since   timestamptz not null,
  until   timestamptz,
  primary key (watch, target, arm, since)
);

-- One row for what one source said in one look; target is empty for a source about the whole. Append-only until it is
-- thinned out and goes with its watch (evenkeel.health.*).
create table health_reading (
  watch   text not null,
  source  text not null,
  target  text not null,
  at      timestamptz not null,
  facts   jsonb not null,
  primary key (watch, source, target, at)
);
