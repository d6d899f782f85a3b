package dev.evenkeel.server.inventory.web;

import java.util.Locale;

/** Keys of documents in the words of pages. */
final class Labels {
  private Labels() {}

  /** {@code supportEnd} becomes {@code Support end}. */
  static String of(String key) {
    String words = key.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
