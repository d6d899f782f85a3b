package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.imports.Rejected.Extent;

/** A file cannot be read, or not to its end. */
final class Unreadable extends RuntimeException {
  private final transient Rejected rejected;

  /**
   * @param why a sentence
   * @param wayOut a sentence
   */
  Unreadable(Place place, String why, String wayOut) {
    super(why, null, false, false);
    this.rejected = new Rejected(Extent.FILE, place, "the file", why, wayOut);
  }

  Rejected rejected() {
    return rejected;
  }
}
