package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Threshold;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.WatchRule.Metric;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.assembly.WatchRules;
import dev.evenkeel.runbook.grammar.Amount;
import dev.evenkeel.runbook.grammar.Amount.Unit;
import dev.evenkeel.runbook.written.RunbookText;
import dev.evenkeel.runbook.written.ThresholdText;
import dev.evenkeel.runbook.written.WatchRuleText;
import java.util.Optional;
import java.util.stream.Stream;

/** A watch rule says what is bad, in the unit of its metric, and warns before it breaks. */
final class Thresholds implements Topic {
  private static final double MOST_BUSY = 5;

  @Override
  public void check(RunbookText runbook, Findings findings) {
    for (WatchRuleText rule : runbook.watch().rules()) {
      if (rule.warning().isEmpty() && rule.breach().isEmpty()) {
        findings.add(
            Rule.NO_THRESHOLD,
            rule.at().where(),
            "`%s` does not say what is bad.".formatted(rule.name()),
            "Add `breach`, from which on the run goes back, or `warning`, from which on it pauses.");
      }
      boolean fit =
          Stream.of(rule.warning(), rule.breach())
              .flatMap(Optional::stream)
              .map(threshold -> fits(threshold, rule.metric(), findings))
              .reduce(true, Boolean::logicalAnd);
      if (fit) {
        late(rule, findings);
      }
    }
  }

  private static boolean fits(ThresholdText text, Metric metric, Findings findings) {
    int kinds =
        (int)
            Stream.of(
                    text.aboveBaseline(),
                    text.above(),
                    text.below(),
                    text.failingFor(),
                    text.blockedFor())
                .filter(Optional::isPresent)
                .count();
    if (kinds != 1) {
      return false; // said where the keys are looked at
    }
    Optional<String> trouble = trouble(text, metric);
    trouble.ifPresent(wayOut ->
        findings.add(
            Rule.THRESHOLD_FIT,
            place(text),
            "This threshold does not fit the metric %s.".formatted(Metrics.written(metric)),
            wayOut));
    return trouble.isEmpty();
  }

  private static Where place(ThresholdText text) {
    Value.Fields at = text.at();
    return at.keys().keySet().stream()
        .filter(key -> !key.equals("relative"))
        .findFirst()
        .map(at::whereOf)
        .orElse(at.where());
  }

  /** What to write instead, when the threshold does not fit. */
  private static Optional<String> trouble(ThresholdText text, Metric metric) {
    if (metric == Metric.FAILING || text.failingFor().isPresent()) {
      return metric == Metric.FAILING && text.failingFor().isPresent()
          ? Optional.empty()
          : Optional.of("`failingFor` and the metric failing belong together: {failingFor: 5s}.");
    }
    if (metric == Metric.BLOCKED || text.blockedFor().isPresent()) {
      return metric == Metric.BLOCKED && text.blockedFor().isPresent()
          ? Optional.empty()
          : Optional.of("`blockedFor` and the metric blocked belong together: {blockedFor: 5m}.");
    }
    if (metric == Metric.NOVELTY) {
      return text.above().filter(amount -> amount.unit() == Unit.NONE).isPresent()
          ? Optional.empty()
          : Optional.of("Write how many are tolerated, such as {above: 0}.");
    }
    if (metric == Metric.OVERRUN) {
      return text.above().filter(Thresholds::isBusy).isPresent()
          ? Optional.empty()
          : Optional.of("Write how busy it may be, such as {above: 0.8}.");
    }
    if (text.below().isPresent() && metric != Metric.VALUE) {
      return Optional.of("Low is good here; use `above` or `aboveBaseline`.");
    }
    if (text.relative()) {
      return text.aboveBaseline().filter(amount -> amount.unit() == Unit.PERCENT).isPresent()
          ? Optional.empty()
          : Optional.of(
              "With `relative`, write a share of the baseline: {aboveBaseline: 20%, relative: true}.");
    }
    Unit unit = amount(text).unit();
    return switch (metric) {
      case ERROR_RATE ->
          unit == Unit.PERCENT
              ? Optional.empty()
              : Optional.of("Write percentage points, such as 1%.");
      case LATENCY ->
          unit == Unit.TIME
              ? Optional.empty()
              : Optional.of(
                  "Write a duration, such as 100ms; or a share of the baseline: {aboveBaseline: 20%, relative: true}.");
      default ->
          unit == Unit.NONE
              ? Optional.empty()
              : Optional.of(
                  "Write a plain number; or a share of the baseline: {aboveBaseline: 20%, relative: true}.");
    };
  }

  /** A share of its time; more than all of it is a prediction too. */
  private static boolean isBusy(Amount amount) {
    return amount.unit() != Unit.TIME && amount.number() > 0 && amount.number() <= MOST_BUSY;
  }

  private static Amount amount(ThresholdText text) {
    return text.aboveBaseline().or(text::above).or(text::below).orElseThrow();
  }

  private static void late(WatchRuleText rule, Findings findings) {
    if (rule.warning().isEmpty() || rule.breach().isEmpty()) {
      return;
    }
    Threshold warning = WatchRules.threshold(rule.warning().get());
    Threshold breach = WatchRules.threshold(rule.breach().get());
    if (isLate(warning, breach)) {
      findings.add(
          Rule.LATE_WARNING,
          rule.at().whereOf("warning"),
          "The warning of `%s` is no milder than its breach, so the run would never pause for it."
              .formatted(rule.name()),
          "Lower the warning, or remove it.");
    }
  }

  private static boolean isLate(Threshold warning, Threshold breach) {
    return switch (warning) {
      case Threshold.AboveBaseline(var amount) ->
          breach instanceof Threshold.AboveBaseline(var limit) && amount >= limit;
      case Threshold.RelativeToBaseline(var share) ->
          breach instanceof Threshold.RelativeToBaseline(var limit) && share >= limit;
      case Threshold.Above(var value) ->
          breach instanceof Threshold.Above(var limit) && value >= limit;
      case Threshold.Below(var value) ->
          breach instanceof Threshold.Below(var limit) && value <= limit;
      case Threshold.FailingFor(var time) ->
          breach instanceof Threshold.FailingFor(var limit) && time.compareTo(limit) >= 0;
      case Threshold.BlockedFor(var time) ->
          breach instanceof Threshold.BlockedFor(var limit) && time.compareTo(limit) >= 0;
    };
  }
}
