package dev.evenkeel.judge.backtest;

import java.time.Instant;
import java.util.List;

/**
 * A time at which something really was wrong.
 *
 * @param rules names of those that are to see it; all of them when there are none
 */
public record Mark(Instant from, Instant until, String note, List<String> rules) {
  public Mark {
    rules = List.copyOf(rules);
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("A mark ends after it begins, not at " + until);
    }
  }

  /** Whether this rule is to see it. */
  public boolean concerns(String rule) {
    return rules.isEmpty() || rules.contains(rule);
  }

  /** Whether any of it lies between the two times. */
  boolean touches(Instant start, Instant end) {
    return from.isBefore(end) && until.isAfter(start);
  }
}
