-- Who asked for what a run carries out and who agreed to it have their duties as long as the run is not over,
-- whatever becomes of the request meanwhile.
alter table approval_duty drop constraint approval_duty_duty_check;
alter table approval_duty add constraint approval_duty_duty_check
  check (duty in ('OPERATOR', 'VALIDATOR') or duty in ('REQUESTER', 'APPROVER') and about like '/runs/%');
