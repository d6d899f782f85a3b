package dev.evenkeel.cli.judge.cases;

import dev.evenkeel.cli.judge.cases.CanaryCase.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a case from its line. */
final class CaseReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  /** Ten days of a sample a second. */
  private static final int MOST_SAMPLES = 1_000_000;

  private CaseReader() {}

  /** A line is no case. */
  static final class Unfit extends Exception {
    Unfit(String why) {
      super(why);
    }

    /** What is wrong with it. */
    String why() {
      return String.valueOf(getMessage());
    }
  }

  static CanaryCase read(String line) throws Unfit {
    JsonNode document;
    try {
      document = MAPPER.readTree(line);
    } catch (JacksonException e) {
      throw new Unfit("it is no JSON: " + e.getOriginalMessage());
    }
    if (!document.isObject()) {
      throw new Unfit("it is no JSON object");
    }
    int samples = samples(document);
    List<String> endpoints = endpoints(document);
    List<Double> bounds = bounds(document);
    List<Series> series = new ArrayList<>();
    JsonNode listed = list(document, "series");
    for (int i = 0; i < listed.size(); i++) {
      series.add(series(listed.get(i), "series[%d]".formatted(i), endpoints, bounds, samples));
    }
    return new CanaryCase(
        text(document, "id", ""),
        positive(document, "step_s"),
        number(document, "t0_s"),
        samples,
        Math.max(0, document.path("warmup_s").asDouble(0)),
        bounds,
        endpoints,
        series);
  }

  private static int samples(JsonNode document) throws Unfit {
    double samples = number(document, "n");
    if (!(samples >= 1 && samples <= MOST_SAMPLES) || samples != Math.rint(samples)) {
      throw new Unfit("n is to be a whole number from 1 to %,d".formatted(MOST_SAMPLES));
    }
    return (int) samples;
  }

  private static List<String> endpoints(JsonNode document) throws Unfit {
    List<String> endpoints = new ArrayList<>();
    for (JsonNode one : list(document, "endpoints")) {
      endpoints.add(one.asString(""));
    }
    return endpoints.stream().distinct().toList();
  }

  private static List<Double> bounds(JsonNode document) throws Unfit {
    List<Double> bounds = new ArrayList<>();
    for (JsonNode one : list(document, "bounds_ms")) {
      bounds.add(one.asDouble(Double.NaN));
    }
    for (int i = 0; i < bounds.size(); i++) {
      if (!Double.isFinite(bounds.get(i)) || (i > 0 && bounds.get(i) <= bounds.get(i - 1))) {
        throw new Unfit("bounds_ms are to be numbers, each larger than the one before");
      }
    }
    return bounds;
  }

  private static Series series(
      JsonNode one, String where, List<String> endpoints, List<Double> bounds, int samples)
      throws Unfit {
    String arm = text(one, "arm", where + ".");
    if (!arm.equals("canary") && !arm.equals("control")) {
      throw new Unfit("%s.arm is '%s', neither canary nor control".formatted(where, arm));
    }
    JsonNode histogram = one.path("latency_le");
    if (histogram.size() != bounds.size()) {
      throw new Unfit(
          "%s.latency_le has %d lists, bounds_ms has %d"
              .formatted(where, histogram.size(), bounds.size()));
    }
    List<double[]> upTo = new ArrayList<>();
    for (int b = 0; b < bounds.size(); b++) {
      upTo.add(numbers(histogram.get(b), "%s.latency_le[%d]".formatted(where, b), samples));
    }
    return new Series(
        arm.equals("canary"),
        text(one, "instance", where + "."),
        counters(one, where, "requests", endpoints, samples),
        counters(one, where, "errors", endpoints, samples),
        upTo,
        numbers(one.path("cpu_pct"), where + ".cpu_pct", samples),
        numbers(one.path("memory_mb"), where + ".memory_mb", samples));
  }

  private static SequencedMap<String, double[]> counters(
      JsonNode one, String where, String name, List<String> endpoints, int samples) throws Unfit {
    SequencedMap<String, double[]> counters = new LinkedHashMap<>();
    for (String endpoint : endpoints) {
      counters.put(
          endpoint,
          numbers(
              one.path(name).path(endpoint), "%s.%s.%s".formatted(where, name, endpoint), samples));
    }
    return counters;
  }

  private static double[] numbers(JsonNode list, String where, int samples) throws Unfit {
    if (!list.isArray()) {
      throw new Unfit("%s is missing or no list".formatted(where));
    }
    if (list.size() != samples) {
      throw new Unfit("%s has %d values, n is %d".formatted(where, list.size(), samples));
    }
    double[] numbers = new double[samples];
    for (int i = 0; i < samples; i++) {
      JsonNode value = list.get(i);
      if (!value.isNumber() && !value.isNull()) {
        throw new Unfit("%s[%d] is neither a number nor null".formatted(where, i));
      }
      numbers[i] = value.isNull() ? Double.NaN : value.asDouble();
    }
    return numbers;
  }

  private static JsonNode list(JsonNode document, String name) throws Unfit {
    JsonNode list = document.path(name);
    if (!list.isArray()) {
      throw new Unfit("%s is missing or no list".formatted(name));
    }
    return list;
  }

  private static String text(JsonNode document, String name, String where) throws Unfit {
    String text = document.path(name).asString("");
    if (text.isBlank()) {
      throw new Unfit("%s%s is missing".formatted(where, name));
    }
    return text;
  }

  private static double positive(JsonNode document, String name) throws Unfit {
    double number = number(document, name);
    if (number <= 0) {
      throw new Unfit("%s is to be more than 0".formatted(name));
    }
    return number;
  }

  private static double number(JsonNode document, String name) throws Unfit {
    JsonNode value = document.path(name);
    if (!value.isNumber() || !(Math.abs(value.asDouble()) <= 1e9)) {
      throw new Unfit("%s is missing or no number".formatted(name));
    }
    return value.asDouble();
  }
}
