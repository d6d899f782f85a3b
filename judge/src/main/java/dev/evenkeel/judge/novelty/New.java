package dev.evenkeel.judge.novelty;

import java.time.Instant;
import java.util.List;

/**
 * A pattern that only the new version logged.
 *
 * @param sample the first line of it, as it was logged
 * @param count entries
 * @param occasions how often it came independently
 * @param since the look in which it came first
 * @param targets where
 * @param chance how often the old version by itself would bring such a novelty up to now, at most
 */
public record New(
    String pattern,
    Level level,
    String sample,
    long count,
    long occasions,
    Instant since,
    List<String> targets,
    double chance) {
  public New {
    targets = List.copyOf(targets);
  }
}
