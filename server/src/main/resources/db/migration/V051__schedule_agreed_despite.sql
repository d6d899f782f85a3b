-- why a timetable was agreed on although costs of it were not approved
alter table schedule_timetable add column agreed_despite text;
