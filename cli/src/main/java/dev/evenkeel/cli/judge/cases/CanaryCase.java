package dev.evenkeel.cli.judge.cases;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * One phase of an upgrade as it was measured. Numbers that are missing are NaN.
 *
 * @param firstSeconds sample i was read at {@code firstSeconds + (i + 1) * stepSeconds} after the
 *     start
 * @param samples how many there are of everything
 * @param boundsMillis upper bounds of the histograms
 */
record CanaryCase(
    String id,
    double stepSeconds,
    double firstSeconds,
    int samples,
    double warmUpSeconds,
    List<Double> boundsMillis,
    List<String> endpoints,
    List<Series> series) {
  CanaryCase {
    boundsMillis = List.copyOf(boundsMillis);
    endpoints = List.copyOf(endpoints);
    series = List.copyOf(series);
  }

  /**
   * What one target said.
   *
   * @param requests of each endpoint, counted up
   * @param errors of each endpoint, counted up
   * @param upTo of each bound, requests not slower than it, counted up
   */
  record Series(
      boolean isCandidate,
      String target,
      SequencedMap<String, double[]> requests,
      Map<String, double[]> errors,
      List<double[]> upTo,
      double[] cpu,
      double[] memory) {
    Series {
      upTo = List.copyOf(upTo);
    }
  }

  double secondsOf(int sample) {
    return firstSeconds + (sample + 1) * stepSeconds;
  }

  double endSeconds() {
    return secondsOf(samples - 1);
  }
}
