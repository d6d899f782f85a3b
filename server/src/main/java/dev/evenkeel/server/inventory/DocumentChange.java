package dev.evenkeel.server.inventory;

import dev.evenkeel.estate.Change;
import dev.evenkeel.estate.Difference;
import java.util.List;

/** What became of one document, field by field. */
public record DocumentChange(
    String kind, String name, Change.Sort sort, List<Difference> differences) {
  public DocumentChange {
    differences = List.copyOf(differences);
  }

  public static DocumentChange of(Change change) {
    return new DocumentChange(
        change.key().kind().word(), change.key().name(), change.sort(), Difference.of(change));
  }
}
