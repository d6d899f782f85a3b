package dev.evenkeel.cli.judge.prometheus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The answer to a range query ({@code /api/v1/query_range}). */
public final class Matrix {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final double MILLIS = 1000.0;

  private Matrix() {}

  /** A text is no such answer, or one that tells of a failure. */
  public static final class Unfit extends Exception {
    Unfit(String why) {
      super(why);
    }

    /** What is wrong with it. */
    public String why() {
      return String.valueOf(getMessage());
    }
  }

  /** The series in it; none when the query found nothing. */
  public static List<Series> read(String text) throws Unfit {
    JsonNode answer;
    try {
      answer = JSON.readTree(text);
    } catch (JacksonException e) {
      throw new Unfit("it is no JSON: " + e.getOriginalMessage());
    }
    if (answer.path("status").asString("").equals("error")) {
      throw new Unfit(
          "Prometheus refused the query: " + answer.path("error").asString("no reason given"));
    }
    JsonNode data = answer.has("data") ? answer.path("data") : answer;
    String type = data.path("resultType").asString("");
    if (!type.equals("matrix")) {
      throw new Unfit(
          type.isEmpty()
              ? "it has no resultType, as answers of /api/v1/query_range have"
              : "it is a %s and not a matrix: ask /api/v1/query_range".formatted(type));
    }
    List<Series> series = new ArrayList<>();
    for (JsonNode one : data.path("result")) {
      series.add(series(one));
    }
    return series;
  }

  private static Series series(JsonNode one) throws Unfit {
    Map<String, String> labels = new HashMap<>();
    one.path("metric")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asString("")));
    JsonNode points = one.path("values");
    if (!points.isArray()) {
      throw new Unfit("the series %s has no values".formatted(labels));
    }
    long[] millis = new long[points.size()];
    double[] values = new double[points.size()];
    for (int i = 0; i < millis.length; i++) {
      JsonNode point = points.get(i);
      if (!point.path(0).isNumber()) {
        throw new Unfit("value %d of the series %s has no time".formatted(i + 1, labels));
      }
      millis[i] = Math.round(MILLIS * point.path(0).asDouble());
      values[i] = number(point.path(1).asString(""), labels);
      if (i > 0 && millis[i] <= millis[i - 1]) {
        throw new Unfit("the times of the series %s do not ascend".formatted(labels));
      }
    }
    return new Series(labels, millis, values);
  }

  private static double number(String text, Map<String, String> labels) throws Unfit {
    try {
      return switch (text) {
        case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
        case "-Inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(text);
      };
    } catch (NumberFormatException e) {
      throw new Unfit("'%s' in the series %s is no number".formatted(text, labels));
    }
  }
}
