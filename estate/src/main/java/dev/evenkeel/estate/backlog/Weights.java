package dev.evenkeel.estate.backlog;

import dev.evenkeel.estate.backlog.Factor.Weight;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How much each factor counts, from 0 to 100.
 *
 * @param values of all weights
 */
public record Weights(Map<Weight, Integer> values) {
  public static final Weights USUAL = of(Map.of());
  private static final int MOST = 100;

  public Weights {
    values = Map.copyOf(values);
    for (Weight weight : Weight.values()) {
      Integer value = values.get(weight);
      if (value == null || value < 0 || value > MOST) {
        throw new IllegalArgumentException(
            "The weight %s is %s; it must be from 0 to %d."
                .formatted(weight.name().toLowerCase(Locale.ROOT).replace('_', ' '), value, MOST));
      }
    }
    if (sum(values, true) == 0 || sum(values, false) == 0) {
      throw new IllegalArgumentException(
          "All weights of risk or all of impact are 0, so that everything would be the same. Give one of each more.");
    }
  }

  /** The usual ones but for these. */
  public static Weights of(Map<Weight, Integer> changed) {
    Map<Weight, Integer> all = new EnumMap<>(Weight.class);
    for (Weight weight : Weight.values()) {
      all.put(weight, changed.getOrDefault(weight, weight.usual()));
    }
    return new Weights(all);
  }

  public int of(Weight weight) {
    return values.getOrDefault(weight, 0);
  }

  /** What all factors of risk, or of impact, add up to at most. */
  int most(boolean ofRisk) {
    return sum(values, ofRisk);
  }

  private static int sum(Map<Weight, Integer> values, boolean ofRisk) {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().ofRisk() == ofRisk)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
