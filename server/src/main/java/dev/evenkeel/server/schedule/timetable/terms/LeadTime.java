package dev.evenkeel.server.schedule.timetable.terms;

import dev.evenkeel.server.risk.reckon.AuditRule;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * What must have happened before an upgrade, in working days: the audit, which is over 14 days
 * before; preparation and tests, which follow it.
 *
 * @param earliest the first day on which all of that can be over
 */
public record LeadTime(
    int auditDays, int preparationDays, int testingDays, LocalDate auditEnd, LocalDate earliest) {
  /** Of all working days, at least. */
  public static final int LEAST_TESTING_PERCENT = 30;

  private static final int HUNDRED = 100;

  /** It is carried out on one day. */
  private static final int CARRYING_OUT = 1;

  /**
   * @param auditEnd the last day of the audit
   * @param notBefore the first day a person wants
   */
  public static LeadTime of(
      int auditDays,
      int preparationDays,
      int testingDays,
      LocalDate auditEnd,
      LocalDate notBefore) {
    LocalDate ready = after(auditEnd, preparationDays + testingDays).plusDays(1);
    LocalDate audited = auditEnd.plusDays(AuditRule.DAYS_BEFORE);
    return new LeadTime(
        auditDays,
        preparationDays,
        testingDays,
        auditEnd,
        latest(notBefore, latest(ready, audited)));
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** The day on which so many working days after another are over. */
  public static LocalDate after(LocalDate day, int workingDays) {
    LocalDate end = day;
    int left = workingDays;
    while (left > 0) {
      end = end.plusDays(1);
      if (end.getDayOfWeek() != DayOfWeek.SATURDAY && end.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return end;
  }

  /** Working days of all of it, the day of the upgrade included. */
  public int days() {
    return auditDays + preparationDays + testingDays + CARRYING_OUT;
  }

  public double testingShare() {
    return (double) testingDays / days();
  }

  public boolean testsEnough() {
    return testingDays * HUNDRED >= LEAST_TESTING_PERCENT * days();
  }

  /** Days of testing that are enough beside the rest. */
  public static int leastTesting(int auditDays, int preparationDays) {
    int rest = auditDays + preparationDays + CARRYING_OUT;
    return Math.ceilDiv(rest * LEAST_TESTING_PERCENT, HUNDRED - LEAST_TESTING_PERCENT);
  }
}
