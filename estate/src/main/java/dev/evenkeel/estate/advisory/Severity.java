package dev.evenkeel.estate.advisory;

import java.util.Locale;
import java.util.Optional;

/**
 * How bad it is where it is true.
 *
 * @param score of CVSS, from 0 to 10
 */
public record Severity(Level level, Optional<Double> score) {

  /** As CVSS names them, the least first. */
  public enum Level {
    NONE,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Also by the words of GitHub and of Red Hat. */
    static Optional<Level> named(String word) {
      return switch (word.strip().toUpperCase(Locale.ROOT)) {
        case "NONE" -> Optional.of(NONE);
        case "LOW" -> Optional.of(LOW);
        case "MEDIUM", "MODERATE" -> Optional.of(MEDIUM);
        case "HIGH", "IMPORTANT" -> Optional.of(HIGH);
        case "CRITICAL" -> Optional.of(CRITICAL);
        default -> Optional.empty();
      };
    }
  }

  static Severity ofScore(double score) {
    Level level =
        score == 0
            ? Level.NONE
            : score < 4
                ? Level.LOW
                : score < 7 ? Level.MEDIUM : score < 9 ? Level.HIGH : Level.CRITICAL;
    return new Severity(level, Optional.of(score));
  }

  /** In words, such as {@code high (7.5)}. */
  @Override
  public String toString() {
    return level.word() + score.map(" (%.1f)"::formatted).orElse("");
  }

  boolean worseThan(Severity other) {
    int byLevel = level.compareTo(other.level);
    return byLevel > 0 || byLevel == 0 && score.orElse(0.0) > other.score.orElse(0.0);
  }
}
