-- Why an upgrade was reviewed although tasks were open, in the words of whoever reviewed it.
alter table plan_decision add column open_tasks text check (open_tasks is null or kind = 'REVIEW' and open_tasks <> '');
