-- Rules may start runs, in the name of whoever wrote them as they are.
alter table comms_rule drop constraint comms_rule_action_check;
alter table comms_rule add constraint comms_rule_action_check check (action in ('MESSAGE', 'ALERT', 'TASK', 'WEBHOOK', 'START_RUN'));
alter table comms_rule add author_kind text not null default 'SYSTEM';
alter table comms_rule add author text not null default 'evenkeel';
alter table comms_rule add authored_at timestamptz not null default now();
