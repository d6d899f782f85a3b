package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Document;
import dev.evenkeel.runbook.shape.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something a document says, for a page.
 *
 * @param says what it means, in one line
 * @param values one or several, in words
 */
record Fact(String label, String says, List<String> values) {
  /** Shown in other places of the page. */
  private static final Set<String> ELSEWHERE = Set.of("name", "title", "dependsOn");

  static List<Fact> of(Document document) {
    Map<String, Object> fields = document.fields();
    List<Fact> facts = new ArrayList<>();
    for (Part.Key key : document.kind().shape().keys()) {
      Object value = fields.get(key.name());
      if (value != null && !ELSEWHERE.contains(key.name())) {
        facts.add(new Fact(Labels.of(key.name()), key.says(), values(value)));
      }
    }
    return facts;
  }

  private static List<String> values(Object value) {
    return switch (value) {
      case List<?> list -> list.stream().map(Fact::text).toList();
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
              .toList();
      default -> List.of(text(value));
    };
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          String.join(
              ", ",
              map.entrySet().stream()
                  .map(entry -> entry.getKey() + " " + text(entry.getValue()))
                  .toList());
      case List<?> list -> String.join(" ", list.stream().map(Fact::text).toList());
      case Boolean flag -> flag ? "yes" : "no";
      case null, default -> Objects.toString(value, "");
    };
  }
}
