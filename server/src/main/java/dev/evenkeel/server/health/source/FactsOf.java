package dev.evenkeel.server.health.source;

import dev.evenkeel.judge.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Facts from series, the same for whoever gave them. */
final class FactsOf {
  private FactsOf() {}

  /** Counters; of several series the sum. */
  static Fact counted(List<Sample> requests, List<Sample> failed) {
    return new Fact.Counted(sum(requests), sum(failed));
  }

  /** A plain number. */
  static Fact value(List<Sample> samples, String asked) {
    return samples.size() == 1
        ? new Fact.Value(samples.getFirst().value())
        : new Fact.Missing(
            "%s gave %d series and a plain number is one; name it more closely"
                .formatted(asked, samples.size()));
  }

  /**
   * A histogram from series with a label {@code le} in seconds; those with the same one are added.
   */
  static Fact timed(List<Sample> buckets, String asked) {
    var counts = new TreeMap<BigDecimal, Double>();
    double all = Double.NaN;
    for (var bucket : buckets) {
      var le = bucket.labels().getOrDefault("le", "");
      if (le.equals("+Inf") || le.equals("Inf")) {
        all = (Double.isNaN(all) ? 0 : all) + bucket.value();
      } else {
        try {
          counts.merge(
              new BigDecimal(le).movePointRight(3).stripTrailingZeros(),
              bucket.value(),
              Double::sum);
        } catch (NumberFormatException e) {
          return new Fact.Missing(
              "%s is no histogram: a series has le=\"%s\"".formatted(asked, le));
        }
      }
    }
    if (Double.isNaN(all)) {
      return new Fact.Missing("%s is no histogram: no bucket has le=\"+Inf\"".formatted(asked));
    }
    var bounds = counts.keySet().stream().map(BigDecimal::doubleValue).toList();
    var cumulative = new ArrayList<>(counts.values());
    cumulative.add(all);
    return new Fact.Timed(bounds, cumulative);
  }

  private static double sum(List<Sample> samples) {
    return samples.stream().mapToDouble(Sample::value).sum();
  }
}
