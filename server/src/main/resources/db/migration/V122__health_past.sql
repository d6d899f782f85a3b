-- What sources that remember said at the same hours of earlier days, moved forward to the day of the watch.
create table health_past (
  watch   text not null references health_watch (watch) on delete cascade,
  source  text not null,
  target  text not null,
  day     integer not null,
  at      timestamptz not null,
  facts   jsonb not null,
  primary key (watch, source, target, day, at)
);
