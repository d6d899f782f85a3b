package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.WatchRule.Metric;
import dev.evenkeel.runbook.grammar.DidYouMean;
import dev.evenkeel.runbook.written.ComparedText;
import dev.evenkeel.runbook.written.RunbookText;
import dev.evenkeel.runbook.written.SourceText;
import dev.evenkeel.runbook.written.WatchRuleText;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Watch rules read sources that are there and can give what is judged. */
final class WatchTopic implements Topic {
  @Override
  public void check(RunbookText runbook, Findings findings) {
    if (!runbook.watch().judges()) {
      findings.add(
          Rule.NO_WATCH,
          runbook.at().whereKey("watch"),
          "Nothing is watched: a bad version would go on to every target.",
          "Add `watch.rules`, such as the error rate of a source.");
    }
    runbook.watch().rules().forEach(rule -> source(rule, runbook, findings));
    unused(runbook, findings);
  }

  private static void source(WatchRuleText rule, RunbookText runbook, Findings findings) {
    read(rule.source(), rule.at(), runbook, findings)
        .ifPresent(source -> metric(rule, source, findings));
    if (rule.quantile().isPresent() && rule.metric() != Metric.LATENCY) {
      findings.add(
          Rule.METRIC_FIT,
          rule.at().whereKey("quantile"),
          "`quantile` means something only for latency; `%s` judges %s."
              .formatted(rule.name(), Metrics.written(rule.metric())),
          "Remove `quantile`.");
    }
  }

  /** The source that is read, when it is there and of a kind that exists. */
  static Optional<SourceText> read(
      String name, Value.Fields at, RunbookText runbook, Findings findings) {
    SourceText source = runbook.sources().get(name);
    if (source == null) {
      findings.add(
          Rule.UNKNOWN_SOURCE,
          at.whereOf("source"),
          "There is no source `%s`.".formatted(name),
          DidYouMean.of(name, runbook.sources().keySet())
              .map("Did you mean `%s`?"::formatted)
              .orElse("Add it under `sources`."));
    }
    return Optional.ofNullable(source).filter(found -> !found.type().equals("?"));
  }

  private static void metric(WatchRuleText rule, SourceText source, Findings findings) {
    Set<Metric> given = Metrics.given(source);
    if (!given.contains(rule.metric())) {
      findings.add(
          Rule.METRIC_FIT,
          rule.at().whereOf("metric"),
          "The source `%s` (%s) cannot give %s%s; it gives %s."
              .formatted(
                  rule.source(),
                  source.type(),
                  Metrics.written(rule.metric()),
                  Metrics.needs(source, rule.metric()),
                  given.stream().map(Metrics::written).sorted().collect(Collectors.joining(", "))),
          "Judge what it gives, or read another source.");
    } else if (rule.metric() == Metric.OVERRUN && !tellsArrivalsApart(source)) {
      findings.add(
          Rule.METRIC_FIT,
          rule.at().whereOf("source"),
          "The source `%s` does not tell what the new version gives from what the old one gives."
              .formatted(rule.source()),
          "Use ${target.name} or another fact of the target in its `arrivals`.");
    }
  }

  private static boolean tellsArrivalsApart(SourceText source) {
    return source.args() instanceof Value.Fields args
        && args.values().get("arrivals") instanceof Value.Scalar scalar
        && scalar.text().contains("${target.");
  }

  private static String meant(String source, Set<String> sources) {
    return sources.contains(source) ? source : DidYouMean.of(source, sources).orElse(source);
  }

  private static void unused(RunbookText runbook, Findings findings) {
    if (!runbook.watch().judges()) {
      return; // said already
    }
    Set<String> sources = runbook.sources().keySet();
    Set<String> used =
        Stream.concat(
                runbook.watch().rules().stream().map(WatchRuleText::source),
                runbook.watch().compared().stream().map(ComparedText::source))
            .map(source -> meant(source, sources))
            .collect(Collectors.toSet());
    runbook.sources().keySet().stream()
        .filter(name -> !used.contains(name))
        .forEach(name ->
            findings.add(
                Rule.UNUSED_SOURCE,
                runbook.sourcePlace(name),
                "No watch rule reads the source `%s`.".formatted(name),
                "Add a rule for it, or remove it."));
  }
}
