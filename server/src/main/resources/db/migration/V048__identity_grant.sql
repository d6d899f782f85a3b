-- What somebody may do: the union of the roles granted to them, each for everything or for what belongs to one team.
create table identity_grant (
  person     text not null references identity_person on delete cascade,
  role       text not null check (role in ('VIEWER', 'REQUESTER', 'ENGINEER', 'APPROVER', 'OPERATOR', 'VALIDATOR', 'SPONSOR', 'COMMUNICATOR', 'ADMIN')),
  team       text,
  granted_at timestamptz not null,
  granted_by text not null,
  unique nulls not distinct (person, role, team)
);

-- Operators could do all but keep people, tokens and secrets.
create function identity_roles_of(old text) returns text[] language sql immutable as $$
  select case old when 'OPERATOR' then array['REQUESTER', 'ENGINEER', 'OPERATOR'] else array[old] end
$$;

insert into identity_grant (person, role, granted_at, granted_by)
select name, unnest(identity_roles_of(role)), created_at, 'evenkeel' from identity_person;
alter table identity_person drop column role;

alter table identity_token add column roles text[];
update identity_token set roles = identity_roles_of(role);
alter table identity_token alter column roles set not null, drop column role;

alter table identity_link add column roles text[];
update identity_link set roles = identity_roles_of(role);
alter table identity_link alter column roles set not null, drop column role;

drop function identity_roles_of(text);
