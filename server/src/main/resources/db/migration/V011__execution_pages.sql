-- Pages that are watched ask twice a second what is in flight; a run of a day has thousands of attempts that are not.
create index execution_attempt_in_flight on execution_attempt (run) where state <> 'ENDED';
