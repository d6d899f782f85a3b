package dev.evenkeel.server.health.source;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A page in the Prometheus text format (or OpenMetrics, which for counters, gauges and classic
 * histograms is the same). Lines that are not understood are left out; a page without one that is
 * understood is refused.
 */
record MetricsPage(List<Sample> samples) {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][\\w:]*");
  private static final Pattern VALUE = Pattern.compile("\\s+(\\S+)(?:\\s+-?[\\d.]+)?\\s*(?:#.*)?");

  static MetricsPage parse(String text) throws IOException {
    var samples = text.lines().flatMap(line -> sample(line).stream()).toList();
    var first = text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).findFirst();
    if (samples.isEmpty() && first.isPresent()) {
      var start = first.get();
      throw new IOException(
          "no page in the Prometheus text format: it begins with '%s'"
              .formatted(start.length() > 60 ? start.substring(0, 60) + "…" : start));
    }
    return new MetricsPage(samples);
  }

  List<Sample> matching(Selector selector) {
    return samples.stream().filter(selector::matches).toList();
  }

  boolean knows(String name) {
    return samples.stream().anyMatch(sample -> sample.name().equals(name));
  }

  private static Optional<Sample> sample(String line) {
    var name = NAME.matcher(line);
    if (!name.lookingAt()) {
      return Optional.empty();
    }
    Map<String, String> labels = Map.of();
    int end = name.end();
    if (end < line.length() && line.charAt(end) == '{') {
      var parsed = Labels.parse(line, end + 1);
      if (parsed.isEmpty()) {
        return Optional.empty();
      }
      labels = parsed.get().labels();
      end = parsed.get().end();
    }
    var value = VALUE.matcher(line).region(end, line.length());
    return value.matches() ? sample(name.group(), labels, value.group(1)) : Optional.empty();
  }

  private static Optional<Sample> sample(String name, Map<String, String> labels, String value) {
    try {
      return Optional.of(new Sample(name, labels, number(value)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** As Go writes it, in pages and in the HTTP API. */
  static double number(String text) {
    return switch (text) {
      case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
