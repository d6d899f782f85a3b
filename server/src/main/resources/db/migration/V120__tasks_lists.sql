-- Lists over all upgrades leave out what was dropped; with the launch in them, indexes alone answer again how much is open and how upgrades stand.
create index tasks_launch_dropped on tasks_launch (id) where dropped;
drop index tasks_task_open;
create index tasks_task_open on tasks_task (owner_kind, owner, due) include (upgrade, launch) where state = 'OPEN';
drop index tasks_task_standing;
create index tasks_task_standing on tasks_task (upgrade) include (launch, state, due);
