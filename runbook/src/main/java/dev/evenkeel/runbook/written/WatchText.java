package dev.evenkeel.runbook.written;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.words.Says;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is judged while waves soak, and while steps run. */
@Says("what is judged while waves soak, and while steps run")
public record WatchText(
    Value.Fields at,
    @Says(
            value =
                "about how long from one look to the next, beginning to beginning; a look may begin up to 250 ms late",
            fallback = "2s",
            atLeast = "100ms")
        Duration every,
    @Says(value = "how long the sources are read before the first change", fallback = "30s")
        Duration baseline,
    @Says(
            value =
                "how long past its soak a wave may wait for enough evidence before the run pauses",
            fallback = "5m")
        Duration evidenceWithin,
    @Says("what must stay well") List<WatchRuleText> rules,
    @Says("what must not be worse than before") Optional<ComparisonText> compare) {

  /** Whether anything is judged at all. */
  public boolean judges() {
    return !rules.isEmpty() || compare.isPresent();
  }

  /** What is compared; empty when nothing is. */
  public List<ComparedText> compared() {
    return compare.map(ComparisonText::metrics).orElse(List.of());
  }
}
