package dev.evenkeel.judge.literal;

import dev.evenkeel.judge.Threshold;
import java.util.Optional;
import java.util.OptionalDouble;

/** A number, and on which side of it things are bad. */
record Limit(double at, boolean badAbove) {
  Limit {
    at = Math.clamp(at, -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  /** The limit a threshold means; empty when it needs a baseline that is not there. */
  static Optional<Limit> of(Threshold threshold, OptionalDouble baseline) {
    return switch (threshold) {
      case Threshold.Above(var limit) -> Optional.of(new Limit(limit, true));
      case Threshold.Below(var limit) -> Optional.of(new Limit(limit, false));
      case Threshold.AboveBaseline(var amount) -> above(baseline, amount);
      case Threshold.RelativeToBaseline(var share) ->
          above(baseline, share * Math.abs(baseline.orElse(0)));
      case Threshold.FailingFor _ -> Optional.empty();
    };
  }

  private static Optional<Limit> above(OptionalDouble baseline, double amount) {
    return baseline.isEmpty()
        ? Optional.empty()
        : Optional.of(new Limit(baseline.getAsDouble() + amount, true));
  }
}
