package dev.evenkeel.server.shared;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.convert.DurationStyle;

/** A setting that is a time, and what it may be. */
public enum TimeSetting {
  EXEC_GRACE("10s", Duration.ZERO, Optional.of(Duration.ofMinutes(5))),
  /** A run interrupted for hours must still find what its commands did. */
  EXEC_KEEP("30d", Duration.ofDays(1), Optional.empty()),
  HEALTH_DETAILED("1h", Duration.ofSeconds(1), Optional.empty()),
  HEALTH_KEEP("90d", Duration.ofSeconds(1), Optional.empty());

  /** A bare number would be taken for milliseconds, which nobody means. */
  private static final String WITH_UNIT = "[+-]?\\d+\\s*[a-zA-Z]+|[+-]?[pP].+";

  private final String usual;
  private final Duration least;
  private final Optional<Duration> most;

  TimeSetting(String usual, Duration least, Optional<Duration> most) {
    this.usual = usual;
    this.least = least;
    this.most = most;
  }

  /**
   * Looks at all that are set, before anything starts.
   *
   * @throws IllegalArgumentException when one is no time, or one that the setting may not be
   */
  public static void requireFit(Map<String, String> environment) {
    for (TimeSetting setting : values()) {
      setting.read(environment);
    }
    requireKept(HEALTH_DETAILED.read(environment), HEALTH_KEEP.read(environment));
  }

  /**
   * @throws IllegalArgumentException when single readings would be kept for longer than all of them
   */
  public static void requireKept(Duration detailed, Duration keep) {
    if (keep.compareTo(detailed) < 0) {
      throw new IllegalArgumentException(
          "%s (%s) is shorter than %s (%s); it must be as long or longer."
              .formatted(
                  HEALTH_KEEP.variable(),
                  spoken(keep),
                  HEALTH_DETAILED.variable(),
                  spoken(detailed)));
    }
  }

  /**
   * @throws IllegalArgumentException when the setting may not be that
   */
  public void require(Duration time) {
    if (!fits(time)) {
      throw unfit(time.toString());
    }
  }

  private Duration read(Map<String, String> environment) {
    String text = environment.getOrDefault(variable(), usual).strip();
    return Optional.of(text)
        .filter(written -> written.matches(WITH_UNIT))
        .flatMap(TimeSetting::parsed)
        .filter(this::fits)
        .orElseThrow(() -> unfit(text));
  }

  private static Optional<Duration> parsed(String text) {
    try {
      return Optional.of(DurationStyle.detectAndParse(text));
    } catch (IllegalArgumentException | ArithmeticException noTime) {
      return Optional.empty();
    }
  }

  private String variable() {
    return "EVENKEEL_" + name();
  }

  private boolean fits(Duration time) {
    return time.compareTo(least) >= 0 && most.filter(limit -> time.compareTo(limit) > 0).isEmpty();
  }

  private IllegalArgumentException unfit(String value) {
    return new IllegalArgumentException(
        "%s is '%s'; it must be a time %s, written with its unit, such as %s."
            .formatted(
                variable(),
                value,
                most.map(limit -> "from %s to %s".formatted(spoken(least), spoken(limit)))
                    .orElse("of %s or more".formatted(spoken(least))),
                usual));
  }

  private static String spoken(Duration time) {
    long seconds = time.toSeconds();
    if (seconds == 0 || seconds % 60 != 0) {
      return seconds + "s";
    }
    if (seconds % 3_600 != 0) {
      return seconds / 60 + "m";
    }
    return seconds % 86_400 == 0 ? seconds / 86_400 + "d" : seconds / 3_600 + "h";
  }
}
