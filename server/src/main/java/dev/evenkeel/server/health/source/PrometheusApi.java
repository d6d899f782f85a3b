package dev.evenkeel.server.health.source;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The HTTP API of a Prometheus-compatible server.
 *
 * @param until when all must be answered, by {@link System#nanoTime}
 */
record PrometheusApi(Page server, long until) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A query that gave nothing to go by, while others may. */
  static final class NoResult extends Exception {
    NoResult(String message) {
      super(message);
    }
  }

  /** The series a query gives now; at least one. */
  List<Sample> ask(String query) throws IOException, InterruptedException, NoResult {
    var left = Duration.ofNanos(Math.max(1_000_000, until - System.nanoTime()));
    var response = answer("/api/v1/query?query=", query, left);
    var answer = parsed(response.body(), response.statusCode());
    if (!answer.path("status").asString("").equals("success")) {
      throw new NoResult(
          "%s refuses the query %s: %s"
              .formatted(server, query, answer.path("error").asString("no reason given")));
    }
    var samples = samples(answer.path("data"), query);
    if (samples.isEmpty()) {
      throw new NoResult(
          "%s has no result for the query %s; if its series comes up later, add 'or vector(0)'"
              .formatted(server, query));
    }
    return samples;
  }

  /** The series a query gave earlier, by time; steps without a result are not there. */
  SortedMap<Instant, List<Sample>> ask(String query, MetricSource.Stretch when, Duration step)
      throws IOException, InterruptedException, NoResult {
    var left = Duration.ofNanos(Math.max(1_000_000, until - System.nanoTime()));
    var range =
        "/api/v1/query_range?start=%d&end=%d&step=%d&query="
            .formatted(
                when.from().getEpochSecond(),
                when.to().getEpochSecond(),
                Math.max(1, step.toSeconds()));
    var response = answer(range, query, left);
    var answer = parsed(response.body(), response.statusCode());
    if (!answer.path("status").asString("").equals("success")) {
      throw new NoResult(
          "%s refuses the query %s: %s"
              .formatted(server, query, answer.path("error").asString("no reason given")));
    }
    var byTime = new TreeMap<Instant, List<Sample>>();
    for (var series : answer.path("data").path("result")) {
      for (var point : series.path("values")) {
        byTime
            .computeIfAbsent(
                Instant.ofEpochMilli(Math.round(point.path(0).asDouble() * 1000)),
                _ -> new ArrayList<>())
            .add(sample(point.path(1), series.path("metric"), query));
      }
    }
    return byTime;
  }

  private HttpResponse<String> answer(String what, String query, Duration within)
      throws IOException, InterruptedException {
    try {
      return address(what, query).get(within);
    } catch (ConnectException e) {
      throw new IOException(
          "%s; start Prometheus there, or correct `url` of the source".formatted(e.getMessage()),
          e);
    }
  }

  private Page address(String what, String query) {
    var base = server.uri().toString().replaceFirst("/+$", "");
    var asked = URLEncoder.encode(query, StandardCharsets.UTF_8);
    return new Page(URI.create(base + what + asked));
  }

  private JsonNode parsed(String body, int status) throws IOException {
    try {
      var answer = JSON.readTree(body);
      if (answer.has("status")) {
        return answer;
      }
    } catch (JacksonException e) {
      // Said below in the same way.
    }
    throw new IOException("%s answered %d and is no Prometheus server".formatted(server, status));
  }

  private static List<Sample> samples(JsonNode data, String query) throws NoResult {
    var type = data.path("resultType").asString("");
    var result = data.path("result");
    var samples = new ArrayList<Sample>();
    switch (type) {
      case "scalar" -> samples.add(sample(result.path(1), data.path("none"), query));
      case "vector" -> {
        for (var one : result) {
          samples.add(sample(one.path("value").path(1), one.path("metric"), query));
        }
      }
      default -> throw new NoResult("%s gives a %s and not numbers of now".formatted(query, type));
    }
    return samples;
  }

  private static Sample sample(JsonNode value, JsonNode metric, String query) throws NoResult {
    var labels = new HashMap<String, String>();
    metric.properties().forEach(label -> labels.put(label.getKey(), label.getValue().asString()));
    try {
      return new Sample("", labels, MetricsPage.number(value.asString()));
    } catch (NumberFormatException | JacksonException e) {
      throw new NoResult("%s gives something that is no number".formatted(query));
    }
  }
}
