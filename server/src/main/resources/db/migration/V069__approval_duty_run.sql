-- Who carried out several runs of an upgrade stands there with each of them.
alter table approval_duty drop constraint approval_duty_pkey;
alter table approval_duty add primary key (upgrade, duty, person, about);
