package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.server.Json;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What documents have changed, or would change, as the server says it. */
record AppliedText(
    Optional<Note> change,
    long added,
    long changed,
    long removed,
    List<Changed> changes,
    @Nullable List<String> unresolved) {
  private static final int LONGEST = 100;

  /** The change it was kept as. */
  record Note(long id) {}

  /** One document. */
  record Changed(String kind, String name, String sort, List<Field> differences) {}

  /** One place in it. */
  record Field(String field, Optional<String> before, Optional<String> after) {
    String says() {
      if (before.isPresent() && after.isPresent()) {
        return "%s: %s → %s".formatted(field, cut(before.get()), cut(after.get()));
      }
      return after
          .map(text -> "%s: %s".formatted(field, cut(text)))
          .orElseGet(() -> "%s: %s → nothing".formatted(field, cut(before.orElse(""))));
    }

    private static String cut(String text) {
      return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }
  }

  static AppliedText of(JsonNode answer) {
    return Json.MAPPER.treeToValue(answer, AppliedText.class);
  }

  long all() {
    return added + changed + removed;
  }

  String counts() {
    return "%,d added, %,d changed, %,d removed".formatted(added, changed, removed);
  }

  void print(EstateDesk desk) {
    print(desk, changes, all());
    if (unresolved != null) {
      unresolved.forEach(missing -> desk.say("? not in the estate: " + missing));
    }
  }

  static void print(EstateDesk desk, List<Changed> changes, long all) {
    for (Changed one : changes) {
      String sign =
          switch (one.sort()) {
            case "ADDED" -> "+";
            case "REMOVED" -> "-";
            default -> "~";
          };
      desk.say("%s %s %s".formatted(sign, one.kind(), one.name()));
      if (!sign.equals("-")) {
        one.differences().stream()
            .filter(field -> !field.field().equals("name"))
            .forEach(field -> desk.say("    " + field.says()));
      }
    }
    if (all > changes.size()) {
      desk.say("  and %,d more documents".formatted(all - changes.size()));
    }
  }
}
