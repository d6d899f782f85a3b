package dev.evenkeel.server.schedule.timetable.problem;

/**
 * What waiting costs. An incident that the upgrade would prevent is taken to last eight hours. Its
 * likelihood in a year is 2 %, 10 % more for each high risk that is open, 20 % more when support is
 * over, 90 % at most. After the deadline it is 50 % more likely, and ever more so.
 *
 * @param perDay for each day on which it is not done
 * @param latePerDay for each day after the deadline, besides
 * @param lateGrowth for the square of those days
 */
public record Exposure(long perDay, long latePerDay, long lateGrowth) {
  private static final double HOURS = 8;
  private static final double DAYS = 365;
  private static final double BASE = 0.02;
  private static final double HIGH_RISK = 0.1;
  private static final double OVER = 0.2;
  private static final double MOST = 0.9;
  private static final double LATE = 0.5;
  private static final long LEAST_LATE = 10;
  private static final long GROWS_OVER = 30;

  public static Exposure of(long costPerHour, int highRisks, boolean isSupportOver) {
    double incident = HOURS * costPerHour;
    double likelihood = Math.min(MOST, BASE + HIGH_RISK * highRisks + (isSupportOver ? OVER : 0));
    long late = Math.max(LEAST_LATE, Math.round(incident * LATE / DAYS));
    return new Exposure(
        Math.round(incident * likelihood / DAYS), late, Math.ceilDiv(late, GROWS_OVER));
  }
}
