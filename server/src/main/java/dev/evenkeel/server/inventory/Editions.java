package dev.evenkeel.server.inventory;

import dev.evenkeel.estate.Document;
import dev.evenkeel.server.shared.Sha256;

/** Names what a document says, so that an edit can tell which one it began with. */
public final class Editions {
  private Editions() {}

  /** 16 hexadecimal digits, the same for documents that say the same. */
  public static String of(Document document) {
    return Sha256.hexOf(document.json()).substring(0, 16);
  }
}
