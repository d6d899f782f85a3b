package dev.evenkeel.server.schedule.timetable.terms;

import java.time.Duration;

/** Lengths of time as people write them into a plan. */
public final class Lengths {
  private static final int DAY = 86_400;
  private static final int HOUR = 3_600;
  private static final int MINUTE = 60;

  private Lengths() {}

  /**
   * One whole number with the longest unit that fits, such as {@code 90m}; it can be read again.
   */
  public static String of(Duration length) {
    long seconds = length.toSeconds();
    if (seconds == 0) {
      return "0m";
    }
    if (seconds % DAY == 0) {
      return seconds / DAY + "d";
    }
    if (seconds % HOUR == 0) {
      return seconds / HOUR + "h";
    }
    return seconds % MINUTE == 0 ? seconds / MINUTE + "m" : seconds + "s";
  }
}
