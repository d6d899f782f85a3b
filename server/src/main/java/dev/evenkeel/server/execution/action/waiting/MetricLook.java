package dev.evenkeel.server.execution.action.waiting;

import dev.evenkeel.runbook.words.Wait.MetricLimit;
import dev.evenkeel.server.execution.action.Observation;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a number in a Prometheus server is inside its limits. */
@Component
class MetricLook {
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final JsonMapper json;

  MetricLook(JsonMapper json) {
    this.json = json;
  }

  Observation look(MetricLimit limit, Duration within) {
    String address =
        limit.url().replaceAll("/+$", "")
            + "/api/v1/query?query="
            + URLEncoder.encode(limit.query(), StandardCharsets.UTF_8);
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(address)).timeout(within).build(),
              HttpResponse.BodyHandlers.ofString());
      return judged(limit, json.readTree(answer.body()));
    } catch (IOException | IllegalArgumentException | JacksonException away) {
      return new Observation.Unknown("%s does not answer: %s".formatted(limit.url(), away));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Observation.Unknown("the server is stopping");
    }
  }

  private static Observation judged(MetricLimit limit, JsonNode answer) {
    JsonNode result = answer.path("data").path("result");
    JsonNode sample =
        answer.path("data").path("resultType").asString("").equals("scalar")
            ? result
            : result.path(0).path("value");
    if (!answer.path("status").asString("").equals("success") || sample.size() != 2) {
      return new Observation.Unknown(
          "the query %s has no single value: %s"
              .formatted(limit.query(), answer.path("error").asString("the answer is empty")));
    }
    if (result.size() > 1
        && !answer.path("data").path("resultType").asString("").equals("scalar")) {
      return new Observation.Unknown(
          "the query %s has %d values; make it one, for example with sum()"
              .formatted(limit.query(), result.size()));
    }
    double value = Double.parseDouble(sample.get(1).asString());
    boolean inside =
        limit.atMost().map(most -> value <= most).orElse(true)
            && limit.atLeast().map(least -> value >= least).orElse(true);
    return inside
        ? new Observation.Holds(Map.of("value", sample.get(1).asString()))
        : new Observation.HoldsNot("%s is %s".formatted(limit.query(), sample.get(1).asString()));
  }
}
