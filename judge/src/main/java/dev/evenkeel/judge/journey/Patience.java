package dev.evenkeel.judge.journey;

import java.time.Duration;

/**
 * When a user counts as blocked.
 *
 * @param limit for longer than this
 * @param idleAfter without a sign of life for longer than this, a user has given up
 */
public record Patience(Duration limit, Duration idleAfter) {
  /** Attempts without which nobody is blocked; a single one may just be slow. */
  public static final int ATTEMPTS = 2;

  public Patience {
    if (!limit.isPositive() || !idleAfter.isPositive()) {
      throw new IllegalArgumentException(
          "A patience is longer than nothing, not %s and %s".formatted(limit, idleAfter));
    }
  }

  /** Who does nothing for half the limit has given up. */
  public static Patience of(Duration limit) {
    var half = limit.dividedBy(2);
    return new Patience(limit, half.isPositive() ? half : limit);
  }
}
