-- What a rule said last, one row a rule: pages that are watched ask for it twice a second, and a run that holds for a night is
-- judged a hundred thousand times. The history keeps each change of a rule's verdict, and otherwise one verdict a minute.
create table execution_newest_verdict (
  run       text not null references execution_run (id),
  rule      text not null,
  at        timestamptz not null,
  kind      text not null,
  observed  double precision,
  baseline  double precision,
  bound     double precision,
  evidence  bigint not null,
  says      text not null,
  kept_at   timestamptz not null,
  primary key (run, rule)
) with (fillfactor = 50);
comment on column execution_newest_verdict.kept_at is 'time of the newest verdict of the rule in execution_verdict';

insert into execution_newest_verdict (run, rule, at, kind, observed, baseline, bound, evidence, says, kept_at)
select distinct on (run, rule) run, rule, at, kind, observed, baseline, bound, evidence, says, at
from execution_verdict
order by run, rule, at desc;
