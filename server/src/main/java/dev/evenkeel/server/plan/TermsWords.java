package dev.evenkeel.server.plan;

import java.util.Map;
import java.util.TreeMap;

/** What people say of an upgrade, field by field, for the audit trail. */
final class TermsWords {
  private TermsWords() {}

  static Map<String, String> of(Terms terms) {
    Map<String, String> words = new TreeMap<>();
    words.put("title", terms.title());
    words.put("why", terms.why());
    words.put("systems", String.join(", ", terms.systems()));
    words.put("from", terms.from());
    words.put("to", terms.to());
    words.put("class", String.valueOf(terms.upgradeClass()));
    words.put("owner", terms.owner());
    words.put("go-live", terms.goLive().map(Object::toString).orElse(""));
    words.put("downtime minutes", terms.downtimeMinutes().map(Object::toString).orElse(""));
    words.put("way back", terms.wayBack().orElse(""));
    words.values().removeIf(String::isEmpty);
    return words;
  }

  /** What became something else, as {@code before → after}. */
  static Map<String, String> changed(Terms before, Terms after) {
    Map<String, String> was = of(before);
    Map<String, String> is = of(after);
    Map<String, String> changed = new TreeMap<>(was);
    changed.putAll(is);
    changed.replaceAll(
        (name, _) -> "%s → %s".formatted(was.getOrDefault(name, "–"), is.getOrDefault(name, "–")));
    changed.keySet().removeIf(name -> was.getOrDefault(name, "").equals(is.getOrDefault(name, "")));
    return changed;
  }
}
