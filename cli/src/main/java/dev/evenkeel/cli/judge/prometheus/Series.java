package dev.evenkeel.cli.judge.prometheus;

import java.util.Map;

/**
 * One series of an answer: numbers at points of time.
 *
 * @param millis since 1970, ascending
 */
public record Series(Map<String, String> labels, long[] millis, double[] values) {
  public Series {
    labels = Map.copyOf(labels);
    if (millis.length != values.length) {
      throw new IllegalArgumentException(
          "%d times and %d values".formatted(millis.length, values.length));
    }
  }

  public String label(String name) {
    return labels.getOrDefault(name, "");
  }
}
