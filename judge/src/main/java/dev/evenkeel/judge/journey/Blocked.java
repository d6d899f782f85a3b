package dev.evenkeel.judge.journey;

import java.time.Duration;
import java.time.Instant;

/**
 * A user who keeps trying a workflow and completes nothing.
 *
 * @param since when the first of these attempts began
 * @param last the newest sign of life
 * @param attempts how many they made
 * @param detail what came of the newest attempt of which somebody said it
 */
public record Blocked(
    String user, String workflow, Instant since, Instant last, int attempts, String detail) {

  /** Up to the newest sign of life: what nobody tried, nobody failed at. */
  public Duration length() {
    return Duration.between(since, last);
  }
}
