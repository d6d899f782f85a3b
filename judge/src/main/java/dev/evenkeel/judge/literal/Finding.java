package dev.evenkeel.judge.literal;

import dev.evenkeel.judge.Threshold;
import java.util.Optional;
import java.util.OptionalDouble;

/** What comes of holding one part against one threshold. */
record Finding(Outcome outcome, OptionalDouble limit) {

  enum Outcome {
    WITHIN,
    BEYOND,
    /** Beyond, but it can be bad luck. */
    PERHAPS,
    TOO_FEW,
    /** Nothing to compare with. */
    NO_BASELINE,
    /** The histogram has no bucket near the limit. */
    NOT_MEASURED,
    /** The threshold says nothing about such a metric. */
    UNFIT
  }

  /**
   * Requests still missing up to {@code evidence} are counted as good ones: what is beyond the
   * limit even so need not be waited for.
   */
  static Finding of(Measure part, Optional<Measure> baseline, Threshold threshold, long evidence) {
    if (threshold instanceof Threshold.FailingFor) {
      return new Finding(Outcome.UNFIT, OptionalDouble.empty());
    }
    var found = Limit.of(threshold, baseline.map(Measure::level).orElse(OptionalDouble.empty()));
    if (found.isEmpty()) {
      return new Finding(Outcome.NO_BASELINE, OptionalDouble.empty());
    }
    var limit = found.get();
    boolean enough = part.total() >= evidence;
    double total = Math.max(part.total(), evidence);
    double bearable = part.allowed(limit) * total * (1 + 1e-9);
    double beyond = part.beyond(limit);
    Outcome outcome;
    if (beyond > bearable) {
      boolean certain = excludesChance(part, baseline, threshold, limit, evidence);
      outcome = certain ? Outcome.BEYOND : enough ? Outcome.PERHAPS : Outcome.TOO_FEW;
    } else if (!enough) {
      outcome = Outcome.TOO_FEW;
    } else {
      boolean tellable = beyond + part.untold(limit) <= bearable;
      outcome = tellable ? Outcome.WITHIN : Outcome.NOT_MEASURED;
    }
    return new Finding(outcome, OptionalDouble.of(limit.at()));
  }

  private static boolean excludesChance(
      Measure part, Optional<Measure> baseline, Threshold threshold, Limit limit, long evidence) {
    return part.independent()
        ? Chance.excluded(part, threshold.fixed() ? Optional.empty() : baseline, limit)
        : part.beyond(limit) >= Math.min(Chance.AT_LEAST, evidence);
  }
}
