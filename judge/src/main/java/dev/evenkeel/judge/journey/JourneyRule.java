package dev.evenkeel.judge.journey;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a user may be unable to complete a workflow.
 *
 * @param window a source that says nothing for longer is silent
 * @param evidence attempts that must have ended on the new version before it is called healthy
 * @param warning from where on the upgrade should pause
 * @param breach from where on the upgrade should be taken back
 */
public record JourneyRule(
    String name,
    Duration window,
    long evidence,
    Optional<Duration> warning,
    Optional<Duration> breach) {
  public static final Duration LIMIT = Duration.ofMinutes(5);

  /** Any one user, for more than five minutes. */
  public static JourneyRule of(String name) {
    return new JourneyRule(name, Duration.ofSeconds(30), 50, Optional.empty(), Optional.of(LIMIT));
  }
}
