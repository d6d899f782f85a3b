-- What came last is told by the order in which it was written down: a clock may have been set back between.
alter table execution_version add column seq bigint;
update execution_version seen set seq = known.seq
from (select run, target, at, row_number() over (order by at, run, target) as seq from execution_version) known
where seen.run = known.run and seen.target = known.target and seen.at = known.at;
alter table execution_version drop constraint execution_version_pkey;
alter table execution_version alter column seq set not null;
alter table execution_version alter column seq add generated always as identity;
select setval(pg_get_serial_sequence('execution_version', 'seq'), coalesce(max(seq), 0) + 1, false) from execution_version;
alter table execution_version add primary key (seq);
create index execution_version_newest on execution_version (run, target, seq);

-- Attempts that ended before this have none, and come first.
create sequence execution_attempt_ended;
alter table execution_attempt add column ended_seq bigint;
