package dev.evenkeel.judge;

import java.time.Duration;

/** From where on a metric is bad. Amounts are in the metric's own unit. */
public sealed interface Threshold {

  /** Whether it is a limit by itself, without anything to compare with. */
  default boolean fixed() {
    return switch (this) {
      case AboveBaseline _, RelativeToBaseline _ -> false;
      case Above _, Below _, FailingFor _ -> true;
    };
  }

  /** Higher than the baseline by an amount; 0.01 of an error rate is one percentage point. */
  record AboveBaseline(double amount) implements Threshold {
    public AboveBaseline {
      finite(amount);
    }
  }

  /** Higher than the baseline by a share of it: 0.2 is a fifth more. */
  record RelativeToBaseline(double share) implements Threshold {
    public RelativeToBaseline {
      finite(share);
    }
  }

  /** Higher than a limit. */
  record Above(double limit) implements Threshold {
    public Above {
      finite(limit);
    }
  }

  /** Lower than a limit. */
  record Below(double limit) implements Threshold {
    public Below {
      finite(limit);
    }
  }

  /** Failing without a success, or a user blocked, for longer than this. */
  record FailingFor(Duration limit) implements Threshold {}

  private static void finite(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("A threshold is a finite number, not " + number);
    }
  }
}
