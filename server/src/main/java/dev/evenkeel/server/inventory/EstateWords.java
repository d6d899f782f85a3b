package dev.evenkeel.server.inventory;

import dev.evenkeel.estate.Change;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Sha256;
import java.util.List;
import java.util.Locale;

/** A change of the estate, for the audit trail. */
final class EstateWords {
  /** Documents that are told by name; a large import has too many. */
  static final int NAMED = 20;

  private EstateWords() {}

  /**
   * @param changes all of them, or none when there are too many to be named
   */
  static Auditable of(ChangeNote note, List<Change> changes) {
    Auditable told =
        Auditable.by(note.actor(), "estate changed", subject(note, changes))
            .with("change", note.id())
            .with("origin", note.origin())
            .with("takes back", note.reverts());
    if (note.documents() > 0) {
      told =
          told.with("added", note.added())
              .with("changed", note.changed())
              .with("removed", note.removed());
    }
    for (Change change : changes) {
      told =
          told.with(
              change.key().toString(),
              change.sort().name().toLowerCase(Locale.ROOT)
                  + change
                      .after()
                      .map(after -> ", SHA-256 " + Sha256.hexOf(after.json()))
                      .orElse(""));
    }
    return told;
  }

  private static String subject(ChangeNote note, List<Change> changes) {
    return changes.size() == 1
        ? "/estate/%s/%s"
            .formatted(changes.getFirst().key().kind().path(), changes.getFirst().key().name())
        : "/estate/changes/" + note.id();
  }
}
