-- Whom the receiver refused for good while others were still to get it. They are offered it no more, unless a person
-- sends it again.
alter table comms_message add column refused text[];
