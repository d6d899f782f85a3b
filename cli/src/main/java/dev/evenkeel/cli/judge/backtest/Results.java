package dev.evenkeel.cli.judge.backtest;

import dev.evenkeel.judge.Metric;
import dev.evenkeel.judge.Threshold;
import dev.evenkeel.judge.backtest.Mark;
import dev.evenkeel.judge.backtest.Outcome;
import dev.evenkeel.judge.backtest.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a backtest came to.
 *
 * @param rules each rule as it is written
 * @param compared what the sequential judge looked at
 * @param sequential the sequential judge on all of that together; empty when there is nothing
 * @param leftOut rules that could not be tried, each with the reason
 * @param unread marks of which nothing is stored
 */
record Results(
    String runbook,
    Instant from,
    Instant to,
    Duration watch,
    List<OfRule> rules,
    List<String> compared,
    Optional<Outcome> sequential,
    List<String> leftOut,
    List<Mark> unread) {
  Results {
    rules = List.copyOf(rules);
    compared = List.copyOf(compared);
    leftOut = List.copyOf(leftOut);
    unread = List.copyOf(unread);
  }

  /**
   * One rule.
   *
   * @param armed what its breach, if it has one, would have done
   */
  record OfRule(String name, Metric metric, Optional<Outcome> armed, List<OfThreshold> thresholds) {
    OfRule {
      thresholds = List.copyOf(thresholds);
    }
  }

  /** One threshold of a rule, and what others in its place would have done. */
  record OfThreshold(boolean isBreach, Threshold threshold, Sweep sweep) {}

  /** Incidents that neither a rule nor the sequential judge would have seen. */
  List<Mark> missed() {
    return marks().stream().filter(mark -> !isSeen(mark)).toList();
  }

  /** Those that were replayed. */
  private List<Mark> marks() {
    return outcomes()
        .flatMap(outcome -> outcome.seen().stream())
        .map(Outcome.Seen::mark)
        .distinct()
        .toList();
  }

  private Stream<Outcome> outcomes() {
    return Stream.concat(
        rules.stream().flatMap(rule -> rule.armed().stream()), sequential.stream());
  }

  private boolean isSeen(Mark mark) {
    return outcomes()
        .flatMap(outcome -> outcome.seen().stream())
        .anyMatch(seen -> seen.mark().equals(mark) && seen.delay().isPresent());
  }
}
