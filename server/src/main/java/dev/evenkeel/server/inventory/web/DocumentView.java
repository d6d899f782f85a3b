package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Document;
import dev.evenkeel.server.inventory.Editions;
import java.util.Locale;
import java.util.Map;

/**
 * A document as JSON.
 *
 * @param edition changes with every change; for {@code If-Match}
 * @param document what it says, with the keys that it has in YAML
 */
record DocumentView(String apiVersion, String kind, String edition, Map<String, Object> document) {

  static DocumentView of(Document document) {
    return new DocumentView(
        "evenkeel/v1", document.kind().word(), Editions.of(document), document.fields());
  }

  /** Whether it says the words, each somewhere, in whatever case. */
  static boolean matches(Document document, String words) {
    return says(words, document.json());
  }

  /** Whether the texts say the words, each somewhere, in whatever case. */
  static boolean says(String words, String... texts) {
    if (words.isBlank()) {
      return true;
    }
    String text = String.join("\n", texts).toLowerCase(Locale.ROOT);
    for (String word : words.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
