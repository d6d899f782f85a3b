package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What lists of entries show besides their names. */
final class EntryColumns {
  private EntryColumns() {}

  /**
   * A column.
   *
   * @param key of the documents
   */
  record Column(String key) {
    public String label() {
      return Labels.of(key);
    }

    /** Of a list, how many items it has, unless they are texts. */
    public String of(Document document) {
      Object value = document.fields().get(key);
      return switch (value) {
        case null -> "";
        case List<?> list when list.stream().anyMatch(Map.class::isInstance) ->
            Integer.toString(list.size());
        case List<?> list -> String.join(", ", list.stream().map(Objects::toString).toList());
        default -> value.toString();
      };
    }
  }

  static List<Column> of(EntryKind kind) {
    return (switch (kind) {
          case SYSTEM -> List.of("product", "version");
          case USER_GROUP -> List.of("users", "audience", "dependsOn");
          case TEAM -> List.of("lead", "email", "channel");
          case PERSON -> List.of("role", "team", "skills", "email", "absences");
          case WORKFLOW -> List.of("owner", "longestBlock", "dependsOn");
          case STAKEHOLDER -> List.of("class", "contact", "engagement");
          case CALENDAR -> List.of("owner", "timeZone", "holidays", "windows");
          case FREEZE -> List.of("type", "owner", "reason");
          case HOLIDAYS -> List.of("days");
          case ROSTER -> List.of("team", "timeZone", "shifts");
          case BUDGET -> List.of("owner", "currency", "periods");
        })
        .stream().map(Column::new).toList();
  }
}
