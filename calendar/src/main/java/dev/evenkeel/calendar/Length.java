package dev.evenkeel.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** How long something lasts that begins at a time of the wall clock. */
public sealed interface Length {

  /** The end of what begins then; may lie before the beginning where clocks are changed. */
  Instant end(LocalDateTime start, ZoneId zone);

  /** Whether it is longer than nothing on a day on which no clock is changed. */
  boolean some(LocalDateTime start);

  /**
   * Until the wall clock shows a time: 22:00 to 06:00 ends at 06:00 also in the night that has an
   * hour more or less.
   *
   * @param days how many days after the one it begins on
   */
  record Until(int days, LocalTime at) implements Length {
    @Override
    public Instant end(LocalDateTime start, ZoneId zone) {
      return WallClock.instant(start.toLocalDate().plusDays(days).atTime(at), zone);
    }

    @Override
    public boolean some(LocalDateTime start) {
      return start.isBefore(start.toLocalDate().plusDays(days).atTime(at));
    }
  }

  /**
   * For so long, as RFC 5545 counts it: days by the wall clock, then the time as it passes. Eight
   * hours stay eight hours in every night.
   */
  record Lasting(int days, Duration time) implements Length {
    @Override
    public Instant end(LocalDateTime start, ZoneId zone) {
      return WallClock.instant(start.plusDays(days), zone).plus(time);
    }

    @Override
    public boolean some(LocalDateTime start) {
      return start.isBefore(start.plusDays(days).plus(time));
    }
  }

  /** From a time to the next one at which the wall clock shows the other; at most a day. */
  static Length untilNext(LocalTime from, LocalTime to) {
    return new Until(to.isAfter(from) ? 0 : 1, to);
  }

  /** From one time of the wall clock to another. */
  static Length between(LocalDateTime from, LocalDateTime to) {
    long days = ChronoUnit.DAYS.between(from.toLocalDate(), to.toLocalDate());
    return new Until(Math.toIntExact(days), to.toLocalTime());
  }
}
