package dev.evenkeel.judge.sequential;

import dev.evenkeel.judge.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The verdict on a trial.
 *
 * @param decided when the evidence for a breach was enough; it stays one from then on
 * @param says one sentence for people
 * @param opinions one a pair, in the order of the trial
 */
public record Finding(
    Verdict.Kind kind, Optional<Instant> decided, String says, List<Opinion> opinions) {
  public Finding {
    opinions = List.copyOf(opinions);
  }
}
