package dev.evenkeel.judge;

import java.time.Duration;
import java.util.Optional;

/** Rules with the defaults of the runbook language. */
record ARule(Rule rule) {

  static ARule of(Metric metric) {
    return new ARule(
        new Rule(
            "rule", metric, 0.95, Duration.ofSeconds(30), 50, Optional.empty(), Optional.empty()));
  }

  static Rule errors() {
    return of(Metric.ERROR_RATE).breach(new Threshold.AboveBaseline(0.01)).rule();
  }

  static Rule median(Threshold breach) {
    var rule = of(Metric.LATENCY).breach(breach).rule();
    return new Rule(
        rule.name(), rule.metric(), 0.5, rule.window(), 50, rule.warning(), rule.breach());
  }

  static Rule failingFor(int seconds) {
    return of(Metric.FAILING).breach(new Threshold.FailingFor(Duration.ofSeconds(seconds))).rule();
  }

  ARule breach(Threshold threshold) {
    return with(rule.evidence(), rule.warning(), Optional.of(threshold));
  }

  ARule warning(Threshold threshold) {
    return with(rule.evidence(), Optional.of(threshold), rule.breach());
  }

  ARule evidence(long evidence) {
    return with(evidence, rule.warning(), rule.breach());
  }

  private ARule with(long evidence, Optional<Threshold> warning, Optional<Threshold> breach) {
    return new ARule(
        new Rule(
            rule.name(), rule.metric(), rule.quantile(), rule.window(), evidence, warning, breach));
  }
}
