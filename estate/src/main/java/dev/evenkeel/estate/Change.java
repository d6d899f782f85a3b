package dev.evenkeel.estate;

import java.util.Optional;

/** What becomes of one document. */
public record Change(Document.Key key, Optional<Document> before, Optional<Document> after) {

  /** What it means. */
  public enum Sort {
    ADDED,
    CHANGED,
    REMOVED
  }

  static Change to(Document after, Optional<Document> before) {
    return new Change(after.key(), before, Optional.of(after));
  }

  /** Where it does not matter what it was before. */
  public static Change seen(Document.Key key, Optional<Document> after) {
    return new Change(key, Optional.empty(), after);
  }

  /** Takes a document out of the estate. */
  public static Change removal(Document before) {
    return new Change(before.key(), Optional.of(before), Optional.empty());
  }

  public Sort sort() {
    if (before.isEmpty()) {
      return Sort.ADDED;
    }
    return after.isEmpty() ? Sort.REMOVED : Sort.CHANGED;
  }

  /** The other way round. */
  public Change reversed() {
    return new Change(key, after, before);
  }
}
