-- What the comparison of a watch has found so far: it must not be forgotten when the server starts again, since a breach
-- once decided stays one. The finding holds the course of every metric, thinned for its chart.
create table health_trial (
  watch      text primary key references health_watch (watch) on delete cascade,
  judged_at  timestamptz not null,
  decided    timestamptz,
  finding    jsonb not null
);
