-- What can wait is held on channels that tell it together; due_at is when. The message that told it stands in digest.
alter table comms_message add column digest bigint references comms_message on delete set null;
create index comms_message_held on comms_message (channel, due_at) where state = 'HELD';
create index comms_message_digest on comms_message (digest) where digest is not null;
