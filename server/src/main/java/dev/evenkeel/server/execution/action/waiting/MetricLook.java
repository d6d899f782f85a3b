package dev.evenkeel.server.execution.action.waiting;

import dev.evenkeel.runbook.words.Http;
import dev.evenkeel.runbook.words.Wait.MetricLimit;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Observation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a Prometheus server for one number and holds it against limits. */
@Component
class MetricLook {
  private static final Duration WITHIN = Duration.ofSeconds(10);

  private final Action<Http> http;
  private final JsonMapper json;

  MetricLook(Action<Http> http, JsonMapper json) {
    this.http = http;
    this.json = json;
  }

  Observation at(MetricLimit limit, Attempt attempt) {
    return switch (http.observe(query(limit), attempt)) {
      case Observation.Holds(var outputs) -> read(limit, outputs.getOrDefault("body", ""));
      case Observation.HoldsNot(var why) -> new Observation.Unknown(why);
      case Observation.Unknown unknown -> unknown;
    };
  }

  private static Http query(MetricLimit limit) {
    return new Http(
        limit.url().replaceFirst("/+$", "")
            + "/api/v1/query?query="
            + URLEncoder.encode(limit.query(), StandardCharsets.UTF_8),
        "GET",
        Map.of(),
        Optional.empty(),
        List.of(200, 400, 422),
        Optional.empty(),
        false,
        WITHIN);
  }

  private Observation read(MetricLimit limit, String body) {
    try {
      var answer = json.readTree(body);
      return answer.path("status").asString("").equals("success")
          ? judge(limit, answer.path("data"))
          : new Observation.Unknown(
              "Prometheus at %s refuses the query `%s`: %s"
                  .formatted(
                      limit.url(),
                      limit.query(),
                      answer.path("error").asString("no reason given")));
    } catch (JacksonException e) {
      return new Observation.Unknown(
          "%s does not answer as a Prometheus server does; correct `url`".formatted(limit.url()));
    }
  }

  private static Observation judge(MetricLimit limit, JsonNode data) {
    var result = data.path("result");
    if (data.path("resultType").asString("").equals("scalar")) {
      return judge(limit, result.path(1).asString(""));
    }
    if (result.isEmpty()) {
      return new Observation.HoldsNot("no data for `%s`".formatted(limit.query()));
    }
    return result.size() == 1
        ? judge(limit, result.path(0).path("value").path(1).asString(""))
        : new Observation.Unknown(
            "`%s` gives %d values; write a query with a single one, such as sum(…)"
                .formatted(limit.query(), result.size()));
  }

  private static Observation judge(MetricLimit limit, String written) {
    double value = number(written);
    // Neither limit can be kept by what is no number.
    boolean kept =
        !Double.isNaN(value)
            && limit.atLeast().filter(least -> value < least).isEmpty()
            && limit.atMost().filter(most -> value > most).isEmpty();
    return kept
        ? new Observation.Holds(Map.of("value", written))
        : new Observation.HoldsNot(
            "`%s` is %s, wanted%s%s"
                .formatted(
                    limit.query(),
                    written,
                    limit.atLeast().map(least -> " at least " + least).orElse(""),
                    limit.atMost().map(most -> " at most " + most).orElse("")));
  }

  private static double number(String written) {
    try {
      return Double.parseDouble(written.replace("Inf", "Infinity"));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
