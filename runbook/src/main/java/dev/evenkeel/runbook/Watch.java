package dev.evenkeel.runbook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is judged while waves soak, and while steps run.
 *
 * @param every about how long from one look to the next, beginning to beginning; a look may begin
 *     up to 250 ms late
 * @param baseline how long the sources are read before the first change
 * @param evidenceWithin how long past its soak a wave may wait for enough evidence before the run
 *     pauses
 * @param compare metrics in which the new version is compared with the old one
 */
public record Watch(
    Duration every,
    Duration baseline,
    Duration evidenceWithin,
    List<WatchRule> rules,
    Optional<Comparison> compare) {
  public Watch {
    rules = List.copyOf(rules);
  }

  /** Whether anything is judged at all. */
  public boolean judges() {
    return !rules.isEmpty() || compare.isPresent();
  }

  /** What is compared; empty when nothing is. */
  public List<Compared> compared() {
    return compare.map(Comparison::metrics).orElse(List.of());
  }
}
