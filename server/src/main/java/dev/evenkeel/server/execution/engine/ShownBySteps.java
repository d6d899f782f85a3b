package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.machine.StepKey;
import dev.evenkeel.server.execution.store.StepOutcomes.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the steps of one run that are to show something have shown: yes when each of them was done,
 * no as soon as one of them failed, was skipped or is not known to have been done, and nothing
 * while the run has not come so far.
 *
 * @param at when the last of them was done; of a no, when the first of them was not
 */
record ShownBySteps(Answer answer, Optional<Instant> at) {

  /** What they say. */
  enum Answer {
    YES,
    NO,
    NOTHING
  }

  static ShownBySteps of(Collection<StepKey> steps, Map<StepKey, Outcome> outcomes) {
    Optional<Instant> not =
        steps.stream()
            .map(outcomes::get)
            .filter(Objects::nonNull)
            .filter(one -> one.ended() && !one.done())
            .map(Outcome::at)
            .min(Comparator.naturalOrder());
    if (not.isPresent()) {
      return new ShownBySteps(Answer.NO, not);
    }
    boolean all =
        !steps.isEmpty()
            && steps.stream().map(outcomes::get).allMatch(one -> one != null && one.done());
    return all
        ? new ShownBySteps(
            Answer.YES, outcomes.values().stream().map(Outcome::at).max(Comparator.naturalOrder()))
        : new ShownBySteps(Answer.NOTHING, Optional.empty());
  }
}
