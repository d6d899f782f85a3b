package dev.evenkeel.cli.judge.backtest;

import dev.evenkeel.cli.LocalTime;
import dev.evenkeel.runbook.Durations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Moments and stretches of time as people type and read them here. */
final class Times {
  private static final int DAY = 86_400;
  private static final int HOUR = 3_600;
  private static final int MINUTE = 60;

  private Times() {}

  /** A time, a day, or how long ago: {@code 2026-11-05T10:00}, {@code 2026-11-05}, {@code 21d}. */
  static Instant of(String text, Clock clock) {
    if (text.equals("now")) {
      return clock.instant();
    }
    return Durations.parse(text)
        .map(ago -> clock.instant().minus(ago))
        .orElseGet(() ->
            LocalTime.of(
                text.matches("\\d{4}-\\d\\d-\\d\\d") ? text + "T00:00" : text, clock.getZone()));
  }

  /** Such as {@code 2 min 30 s}. */
  static String said(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds >= 2 * DAY) {
      return String.format(Locale.ROOT, "%.1f days", seconds / (double) DAY);
    }
    if (seconds >= HOUR) {
      return seconds % HOUR == 0
          ? "%d h".formatted(seconds / HOUR)
          : "%d h %d min".formatted(seconds / HOUR, seconds % HOUR / MINUTE);
    }
    if (seconds >= MINUTE) {
      return seconds % MINUTE == 0
          ? "%d min".formatted(seconds / MINUTE)
          : "%d min %d s".formatted(seconds / MINUTE, seconds % MINUTE);
    }
    return "%d s".formatted(seconds);
  }
}
