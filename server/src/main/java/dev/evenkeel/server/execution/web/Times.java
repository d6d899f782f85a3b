package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.machine.Spoken;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as pages say them, in UTC; a script shows them in the reader's own zone.
 *
 * @param now what clocks count from
 */
public record Times(Instant now) {
  private static final DateTimeFormatter CLOCK = format("HH:mm:ss");
  private static final DateTimeFormatter MOMENT = format("yyyy-MM-dd HH:mm:ss 'UTC'");

  /** What is so near that people should hurry. */
  private static final Duration NEAR = Duration.ofMinutes(5);

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  public String clock(Instant at) {
    return CLOCK.format(at);
  }

  public String moment(Instant at) {
    return MOMENT.format(at);
  }

  public boolean near(Instant at) {
    return Duration.between(now, at).compareTo(NEAR) < 0;
  }

  /** How long ago, counted as on a stop-watch. */
  public String since(Instant at) {
    return count(Duration.between(at, now));
  }

  /** How long until then, counted as on a stop-watch. */
  public String until(Instant at) {
    return count(Duration.between(now, at));
  }

  public String spokenMillis(long millis) {
    return Spoken.of(Duration.ofMillis(millis));
  }

  public String spoken(Instant from, Instant to) {
    return Spoken.of(Duration.between(from, to));
  }

  public String spoken(long seconds) {
    return Spoken.of(Duration.ofSeconds(seconds));
  }

  /** Such as {@code 0:07}, {@code 4:12}, {@code 1:04:12} or {@code 2 d 3:04:12}; never negative. */
  static String count(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    String days = seconds >= 86_400 ? seconds / 86_400 + " d " : "";
    long rest = seconds % 86_400;
    return seconds < 3600
        ? "%d:%02d".formatted(rest / 60, rest % 60)
        : "%s%d:%02d:%02d".formatted(days, rest / 3600, rest % 3600 / 60, rest % 60);
  }
}
