-- Nobody is asked for the tasks of an upgrade that was cancelled; they stay, and count again when it is opened again.
alter table tasks_launch add column dropped boolean not null default false;
update tasks_launch set dropped = true where upgrade in (select upgrade from plan_over where kind = 'CANCEL');
