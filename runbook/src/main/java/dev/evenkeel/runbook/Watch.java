package dev.evenkeel.runbook;

import java.time.Duration;
import java.util.List;

/**
 * What is judged while waves soak, and while steps run.
 *
 * @param every about how long from one look to the next, beginning to beginning; a look may begin
 *     up to 250 ms late
 * @param baseline how long the sources are read before the first change
 * @param evidenceWithin how long past its soak a wave may wait for enough evidence before the run
 *     pauses
 */
public record Watch(
    Duration every, Duration baseline, Duration evidenceWithin, List<WatchRule> rules) {
  public Watch {
    rules = List.copyOf(rules);
  }
}
