-- When the content of a file was deleted because it was kept long enough; its name, size and digest stay.
alter table tasks_attachment add column cleared_at timestamptz;
