package dev.evenkeel.estate;

import java.util.Optional;

/** What becomes of one document; at least one of both is there, and they differ. */
public record Change(Document.Key key, Optional<Document> before, Optional<Document> after) {

  /** What it means. */
  public enum Sort {
    ADDED,
    CHANGED,
    REMOVED
  }

  public Change {
    if (before.isEmpty() && after.isEmpty()) {
      throw new IllegalArgumentException(key + " neither is nor becomes anything");
    }
  }

  static Change to(Document after, Optional<Document> before) {
    return new Change(after.key(), before, Optional.of(after));
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
