package dev.evenkeel.demo.server;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A line of a run's log.
 *
 * @param seq its number; later lines have higher ones
 * @param what {@code step-begun}, {@code run-rolling-back}, …
 * @param step key of the step it is about, such as {@code w1/n1/stop}
 * @param says what a person reads
 */
public record LogLine(long seq, String what, Optional<String> step, String says) {

  static LogLine of(JsonNode line) {
    return new LogLine(
        line.path("seq").asLong(),
        line.path("what").asString(""),
        Optional.of(line.path("step").asString("")).filter(key -> !key.isEmpty()),
        line.path("says").asString(""));
  }
}
