package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.WatchRule.Metric;
import dev.evenkeel.runbook.grammar.Grammars;
import dev.evenkeel.runbook.written.SourceText;
import java.util.EnumSet;
import java.util.Set;

/** Which metrics a source can give. */
final class Metrics {
  private Metrics() {}

  static Set<Metric> given(SourceText source) {
    return switch (source.type()) {
      case "haproxy" -> EnumSet.of(Metric.ERROR_RATE, Metric.FAILING);
      case "probe" -> EnumSet.of(Metric.ERROR_RATE, Metric.LATENCY, Metric.FAILING);
      case "command" -> EnumSet.of(Metric.ERROR_RATE, Metric.VALUE, Metric.FAILING);
      case "log" -> EnumSet.of(Metric.ERROR_RATE, Metric.NOVELTY);
      case "journeys" -> EnumSet.of(Metric.ERROR_RATE, Metric.BLOCKED);
      case "consumer" -> EnumSet.of(Metric.OVERRUN);
      case "scrape" -> with(Metric.FAILING, queried(source));
      default -> queried(source);
    };
  }

  private static Set<Metric> with(Metric metric, Set<Metric> others) {
    others.add(metric);
    return others;
  }

  /** Sources that are asked give what they are asked for. */
  private static Set<Metric> queried(SourceText source) {
    Set<Metric> given = EnumSet.noneOf(Metric.class);
    if (source.args() instanceof Value.Fields args) {
      Set<String> keys = args.values().keySet();
      if (keys.contains("requests")) {
        given.add(Metric.ERROR_RATE);
      }
      if (keys.contains("buckets")) {
        given.add(Metric.LATENCY);
      }
      if (keys.contains("value")) {
        given.add(Metric.VALUE);
        given.add(Metric.FAILING); // while it is 0
      }
    }
    return given;
  }

  /** What the source lacks for the metric, in brackets, when a key would do. */
  static String needs(SourceText source, Metric metric) {
    boolean queried = source.type().equals("prometheus") || source.type().equals("scrape");
    if (!queried) {
      return "";
    }
    return switch (metric) {
      case ERROR_RATE -> " without `requests` and `errors`";
      case LATENCY -> " without `buckets`";
      case VALUE, FAILING -> " without `value`";
      case BLOCKED, NOVELTY, OVERRUN -> "";
    };
  }

  /** As runbooks write it. */
  static String written(Metric metric) {
    return Grammars.written(metric);
  }
}
