package dev.evenkeel.runbook.assembly;

import dev.evenkeel.runbook.Threshold;
import dev.evenkeel.runbook.WatchRule;
import dev.evenkeel.runbook.written.ThresholdText;
import dev.evenkeel.runbook.written.WatchRuleText;

/** Fills in what a watch rule does not say, and gives its thresholds their kind. */
public final class WatchRules {
  private static final double DEFAULT_QUANTILE = 0.95;

  private WatchRules() {}

  static WatchRule of(WatchRuleText text) {
    return new WatchRule(
        text.name(),
        text.source(),
        text.metric(),
        text.quantile().orElse(DEFAULT_QUANTILE),
        text.window(),
        text.evidence(),
        text.warning().map(WatchRules::threshold),
        text.breach().map(WatchRules::threshold),
        text.at().where());
  }

  /** A threshold that names exactly one kind. */
  public static Threshold threshold(ThresholdText text) {
    if (text.aboveBaseline().isPresent()) {
      double amount = text.aboveBaseline().get().number();
      return text.relative()
          ? new Threshold.RelativeToBaseline(amount)
          : new Threshold.AboveBaseline(amount);
    }
    if (text.above().isPresent()) {
      return new Threshold.Above(text.above().get().number());
    }
    if (text.below().isPresent()) {
      return new Threshold.Below(text.below().get().number());
    }
    if (text.blockedFor().isPresent()) {
      return new Threshold.BlockedFor(text.blockedFor().get());
    }
    return new Threshold.FailingFor(text.failingFor().orElseThrow());
  }
}
