package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.EntryKind;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a source said last of each thing; keep it beside the estate, one for each source. Without it
 * an import cannot tell what a person wrote from what an earlier import did.
 *
 * @param things what was said, by kind and id, as fields of the document
 */
public record Said(Map<EntryKind, Map<String, Map<String, Object>>> things) {
  public static final Said NOTHING = new Said(Map.of());

  Optional<Map<String, Object>> of(EntryKind kind, String id) {
    return Optional.ofNullable(things.getOrDefault(kind, Map.of()).get(id));
  }

  /** With what was said since; of things that were not mentioned again it is as before. */
  public Said and(Said since) {
    Map<EntryKind, Map<String, Map<String, Object>>> both = new TreeMap<>(things);
    since.things.forEach((kind, said) -> {
      Map<String, Map<String, Object>> ofKind = new TreeMap<>(both.getOrDefault(kind, Map.of()));
      ofKind.putAll(said);
      both.put(kind, ofKind);
    });
    return new Said(both);
  }
}
