-- Where somebody is written to; by_provider while the provider brings it, so that what people say themselves stays.
alter table identity_person add column email text check (length(email) between 3 and 254);
alter table identity_person add column email_by_provider boolean not null default false;
