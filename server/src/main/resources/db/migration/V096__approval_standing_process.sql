-- A standing approval is for a version of a template, too; those from before name none and cover nothing until they are
-- given again.
alter table approval_standing
  add column template text,
  add column template_version int,
  add column template_digest text,
  add constraint approval_standing_process check (
    (template is null) = (template_version is null) and (template is null) = (template_digest is null));
