package dev.evenkeel.cli.server;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a server says when it turns a request down (RFC 9457). */
record Problem(String type, String title, String detail, List<Found> findings) {

  /** What is wrong in a text, such as a runbook or a template. */
  record Found(String severity, String message, String wayOut, Spot where) {
    boolean stops() {
      return !severity.equals("WARNING");
    }

    String says() {
      String place =
          where.line() < 1 ? "" : "line %d, column %d: ".formatted(where.line(), where.column());
      return "%s%s %s".formatted(place, message, wayOut).stripTrailing();
    }
  }

  record Spot(int line, int column) {}

  /** The trouble an answer means. */
  static Trouble trouble(int status, String body, Place place) {
    JsonNode json = parsed(body);
    Problem problem = Json.MAPPER.treeToValue(json, Problem.class);
    if (status >= 500) {
      return new ServerAway(
          "The server at %s could not do it (HTTP %d). %s"
              .formatted(place.url(), status, problem.says("Its log tells more.")));
    }
    return switch (status) {
      case 401 ->
          new Trouble(
              ExitCode.FORBIDDEN,
              "The server at %s does not know who asks. Set EVENKEEL_TOKEN to a token made on its page Settings%s"
                  .formatted(
                      place.url(),
                      place.ours() || place.token().isPresent()
                          ? ", or ask as the user who started it."
                          : "; the token in the data folder is shown only to the server that wrote its address there."),
              json);
      case 403 ->
          new Trouble(
              ExitCode.FORBIDDEN,
              problem.says("The token has no right to this; ask with one that has."),
              json);
      case 404 ->
          new Trouble(
              ExitCode.NOT_FOUND,
              problem.says("The server at %s knows no such thing.".formatted(place.url())),
              json);
      case 412 -> new Trouble(ExitCode.STALE, problem.says("Somebody else changed it."), json);
      default -> new Trouble(ExitCode.REFUSED, problem.says("HTTP " + status), json);
    };
  }

  private String says(String otherwise) {
    List<String> errors =
        findings.stream().filter(Found::stops).map(found -> "  " + found.says()).toList();
    if (!errors.isEmpty()) {
      return "This is not taken:\n" + String.join("\n", errors);
    }
    return !detail.isEmpty() ? detail : !title.isEmpty() ? title : otherwise;
  }

  private static JsonNode parsed(String body) {
    try {
      JsonNode json = Json.MAPPER.readTree(body);
      return json.isObject() ? json : Json.MAPPER.createObjectNode();
    } catch (JacksonException notJson) {
      return Json.MAPPER.createObjectNode();
    }
  }
}
