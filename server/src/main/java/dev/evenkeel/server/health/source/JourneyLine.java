package dev.evenkeel.server.health.source;

import dev.evenkeel.judge.journey.Act;
import dev.evenkeel.server.health.store.Pseudonyms;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of what users do: {@code {"user": "ann", "workflow": "checkout", "what": "failed", "at":
 * "2026-03-01T22:00:07Z", "detail": "HTTP 500"}}. Without {@code at} it is now.
 */
final class JourneyLine {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_NAME = 80;

  /** From here on a number is milliseconds; in seconds it would be the year 5138. */
  private static final double MILLISECONDS_FROM = 1e11;

  /** What is not as it should be. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  private JourneyLine() {}

  static Act read(String line, Instant now, Pseudonyms pseudonyms) throws Unreadable {
    try {
      var node = JSON.readTree(line);
      if (!node.isObject()) {
        throw new Unreadable("a line is no JSON object");
      }
      var user = text(node, "user");
      var detail = node.path("detail").asString("");
      return new Act(
          pseudonyms.of(user),
          cut(text(node, "workflow")),
          at(node.path("at"), now),
          what(text(node, "what")),
          cut(detail.replace(user, "…")));
    } catch (JacksonException e) {
      throw new Unreadable("a line is no JSON");
    }
  }

  private static String text(JsonNode node, String key) throws Unreadable {
    var value = node.path(key);
    var text = value.isString() || value.isNumber() ? value.asString() : "";
    if (text.isBlank()) {
      throw new Unreadable("`%s` is missing".formatted(key));
    }
    return text;
  }

  private static Act.What what(String text) throws Unreadable {
    return Arrays.stream(Act.What.values())
        .filter(what -> what.name().equals(text.strip().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new Unreadable(
                "`what` is none of "
                    + Arrays.stream(Act.What.values())
                        .map(what -> what.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))));
  }

  private static Instant at(JsonNode node, Instant now) throws Unreadable {
    try {
      if (node.isNumber()) {
        double number = node.asDouble();
        return number >= MILLISECONDS_FROM
            ? Instant.ofEpochMilli((long) number)
            : Instant.ofEpochMilli((long) (number * 1000));
      }
      return node.isString() ? OffsetDateTime.parse(node.asString()).toInstant() : now;
    } catch (DateTimeException e) {
      throw new Unreadable("`at` is no moment such as 2026-03-01T22:00:07Z");
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "…";
  }
}
