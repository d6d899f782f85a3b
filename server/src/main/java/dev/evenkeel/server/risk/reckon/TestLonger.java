package dev.evenkeel.server.risk.reckon;

import java.math.BigDecimal;

/**
 * Whether to test another day: while one more day of testing costs less than one hour of downtime,
 * test another day. The same cost is not less.
 *
 * @param testingDay cost of one more day of testing, 0 or more
 * @param hourOfDowntime cost of one hour of downtime, 0 or more, in the same currency
 */
public record TestLonger(BigDecimal testingDay, BigDecimal hourOfDowntime) {
  /** Days of testing in a week. */
  public static final int WEEK = 5;

  public TestLonger {
    if (testingDay.signum() < 0 || hourOfDowntime.signum() < 0) {
      throw new IllegalArgumentException(
          "%s or %s is less than nothing".formatted(testingDay, hourOfDowntime));
    }
  }

  public boolean another() {
    return testingDay.compareTo(hourOfDowntime) < 0;
  }

  /** What an extra week of testing costs. */
  public BigDecimal testingWeek() {
    return testingDay.multiply(BigDecimal.valueOf(WEEK));
  }
}
