package dev.evenkeel.server.execution.web;

import dev.evenkeel.runbook.ActionCall;
import dev.evenkeel.runbook.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A call of an action in one line, as written: names in {@code ${…}} are not replaced. */
final class CallWords {
  private static final int LONGEST = 140;

  /** The arguments that tell most, the first that is there counts. */
  private static final List<String> TELLING =
      List.of(
          "command",
          "script",
          "method",
          "url",
          "body",
          "server",
          "state",
          "weight",
          "statements",
          "ask",
          "http",
          "tcp",
          "sql",
          "metric",
          "subject",
          "text");

  private CallWords() {}

  /** Whether a call only looks, or asks, and changes nothing by itself. */
  static boolean changesNothing(ActionCall call) {
    return switch (call.type()) {
      case "wait", "manual" -> true;
      case "http" ->
          !(call.args() instanceof Value.Fields fields)
              || !fields.values().containsKey("method")
              || Set.of("GET", "HEAD").contains(text(fields.values().get("method")));
      default -> false;
    };
  }

  static String of(ActionCall call) {
    if (!(call.args() instanceof Value.Fields fields)) {
      return call.type();
    }
    String told =
        TELLING.stream()
            .filter(fields.values()::containsKey)
            .map(key -> text(fields.values().get(key)))
            .collect(Collectors.joining(" "));
    String line = told.isEmpty() ? call.type() : call.type() + ": " + told;
    String flat = line.replaceAll("\\s+", " ").strip();
    return flat.length() <= LONGEST ? flat : flat.substring(0, LONGEST - 1) + "…";
  }

  private static String text(@org.jspecify.annotations.Nullable Value value) {
    return switch (value) {
      case null -> "";
      case Value.Scalar scalar -> scalar.text();
      case Value.Items items ->
          items.values().stream().map(CallWords::text).collect(Collectors.joining(" "));
      case Value.Fields fields ->
          fields.values().values().stream().map(CallWords::text).collect(Collectors.joining(" "));
    };
  }
}
