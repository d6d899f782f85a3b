package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Compared;
import dev.evenkeel.runbook.Durations;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.WatchRule.Metric;
import dev.evenkeel.runbook.assembly.Joining;
import dev.evenkeel.runbook.assembly.Mention;
import dev.evenkeel.runbook.grammar.Grammars;
import dev.evenkeel.runbook.written.ComparedText;
import dev.evenkeel.runbook.written.ComparisonText;
import dev.evenkeel.runbook.written.RunbookText;
import dev.evenkeel.runbook.written.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is compared can be read, and there is something to compare it with. */
final class Comparing implements Topic {
  @Override
  public void check(RunbookText runbook, Findings findings) {
    runbook
        .watch()
        .compare()
        .ifPresent(comparison -> {
          if (!comparison.against().readsHistory()) {
            nobodyWaits(comparison, runbook, findings);
          }
          comparison
              .metrics()
              .forEach(metric ->
                  WatchTopic.read(metric.source(), metric.at(), runbook, findings)
                      .ifPresent(source -> metric(comparison, metric, source, runbook, findings)));
        });
  }

  private static void metric(
      ComparisonText comparison,
      ComparedText metric,
      SourceText source,
      RunbookText runbook,
      Findings findings) {
    Set<Metric> given = Metrics.given(source);
    if (!given.contains(read(metric.metric()))) {
      findings.add(
          Rule.METRIC_FIT,
          metric.at().whereOf("metric"),
          "The source `%s` (%s) cannot give %s%s; it gives %s."
              .formatted(
                  metric.source(),
                  source.type(),
                  Grammars.written(metric.metric()),
                  Metrics.needs(source, read(metric.metric())),
                  comparable(given)),
          "Compare what it gives, or read another source.");
    } else if (comparison.against().readsHistory()) {
      pastless(metric, source, findings);
    } else if (!isPerTarget(source) && someWait(runbook)) {
      findings.add(
          Rule.NO_CONTROL,
          metric.at().whereOf("source"),
          "The source `%s` speaks about the whole, so `%s` is compared only with %s before the first change."
              .formatted(
                  metric.source(), metric.name(), Durations.text(runbook.watch().baseline())),
          "Use ${target.name} or another fact in the source, so that it tells targets apart.");
    }
  }

  private static void pastless(ComparedText metric, SourceText source, Findings findings) {
    if (!source.type().equals("prometheus")) {
      findings.add(
          Rule.NO_CONTROL,
          metric.at().whereOf("source"),
          "The source `%s` (%s) remembers no earlier days, so `%s` cannot be compared with them."
              .formatted(metric.source(), source.type(), metric.name()),
          "Read it from `prometheus`, or compare `against: waiting`.");
    }
  }

  private static void nobodyWaits(
      ComparisonText comparison, RunbookText runbook, Findings findings) {
    Duration longest =
        runbook.rollout().waves().stream()
            .map(wave -> wave.soak().orElse(runbook.rollout().soak()))
            .max(Duration::compareTo)
            .orElse(runbook.rollout().soak());
    Duration baseline = runbook.watch().baseline();
    if (!someWait(runbook) && baseline.compareTo(longest) < 0) {
      findings.add(
          Rule.NO_CONTROL,
          comparison.at().where(),
          "The first wave upgrades every target, so none waits to be compared with: there are only the %s before the first change, and they are used up after as long."
              .formatted(Durations.text(baseline)),
          "Raise `baseline` to %s, as long as is watched; or upgrade in more waves."
              .formatted(Durations.text(longest)));
    }
  }

  private static boolean someWait(RunbookText runbook) {
    List<Joining> waves = Joining.of(runbook);
    return !waves.isEmpty() && waves.getFirst().upgraded() < runbook.targets().size();
  }

  private static boolean isPerTarget(SourceText source) {
    return Mention.in(source).flatMap(Mention::names).anyMatch(n -> n.startsWith("target."));
  }

  private static String comparable(Set<Metric> given) {
    String names =
        Stream.of(Compared.Metric.values())
            .filter(metric -> given.contains(read(metric)))
            .map(Grammars::written)
            .sorted()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "nothing that can be compared" : names;
  }

  /** The metric of a rule that comes of the same numbers. */
  private static Metric read(Compared.Metric metric) {
    return switch (metric) {
      case ERROR_RATE -> Metric.ERROR_RATE;
      case LATENCY -> Metric.LATENCY;
      case RATE, LEVEL, GROWTH -> Metric.VALUE;
    };
  }
}
