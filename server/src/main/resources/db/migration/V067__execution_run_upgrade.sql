-- The upgrade that a run carries out; runs from before know none, and are found by their systems and version.
alter table execution_run add column upgrade bigint references plan_upgrade;
create index execution_run_upgrade on execution_run (upgrade, created_at) where upgrade is not null;
