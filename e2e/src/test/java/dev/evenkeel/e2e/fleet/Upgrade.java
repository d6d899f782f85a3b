package dev.evenkeel.e2e.fleet;

import dev.evenkeel.demo.load.LoadReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What became of an upgrade of the fleet.
 *
 * @param code exit code of the watching command line
 * @param run as it said in the end
 * @param users what they saw
 * @param firstBad when a user first met the release; now, when nobody did
 * @param versions what the nodes say they run
 * @param touched the nodes it changed something on
 */
public record Upgrade(
    int code,
    JsonNode run,
    LoadReport users,
    Instant firstBad,
    Map<String, String> versions,
    Set<String> touched) {

  /** What the run has observed of every target. */
  public List<String> observed() {
    return run.path("targets").valueStream().map(t -> t.path("version").asString("?")).toList();
  }

  /** One line for who measures. */
  public String told() {
    String line =
        "%s: %d of %d requests failed, longest interruption of a user %.1f s"
            .formatted(
                run.path("inputs").path("to").asString(),
                users.failed(),
                users.requests(),
                users.longestInterruptionSeconds());
    if (run.path("backBegan").isMissingNode()) {
      return line;
    }
    Instant verdict = Instant.parse(run.path("backBegan").asString());
    Instant fault =
        firstBad.isBefore(verdict) ? firstBad : Instant.parse(run.path("changeBegan").asString());
    Instant back = Instant.parse(run.path("endedAt").asString());
    return line
        + "; fault to verdict %s, verdict to all old %s: %s"
            .formatted(
                seconds(fault, verdict), seconds(verdict, back), run.path("reason").asString(""));
  }

  private static String seconds(Instant from, Instant to) {
    return String.format(Locale.ROOT, "%.1f s", Duration.between(from, to).toMillis() / 1000.0);
  }
}
