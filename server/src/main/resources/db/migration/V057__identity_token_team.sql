-- Tokens are granted roles as people are, for everything or for one team: each the role and, after a space, the team. The roles
-- there were are already written so.
alter table identity_token rename column roles to grants;
