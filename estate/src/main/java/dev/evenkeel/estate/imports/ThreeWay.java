package dev.evenkeel.estate.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what a document says (ours), what a source says of it now (theirs) and what the
 * source said last (base).
 *
 * <ol>
 *   <li>What the document does not say is taken from the source.
 *   <li>What the document says as the source said it last follows the source, also when the source
 *       says it no more.
 *   <li>What the document says otherwise was written by a person, and stays.
 *   <li>Of lists, and of labels, the same holds for each item: what the source added is added, what
 *       it dropped goes, what a person added or took out stays so.
 * </ol>
 */
final class ThreeWay {

  /** Hears of a value of the source that is not taken. */
  interface Kept {
    void kept(String field, Object ours, Object theirs);
  }

  private final Map<String, Object> base;
  private final Kept kept;

  ThreeWay(Map<String, Object> base, Kept kept) {
    this.base = base;
    this.kept = kept;
  }

  Map<String, Object> of(Map<String, Object> ours, Map<String, Object> theirs) {
    return fields("", ours, theirs, base);
  }

  private Map<String, Object> fields(
      String path, Map<String, Object> ours, Map<String, Object> theirs, Map<?, ?> base) {
    Map<String, Object> merged = new LinkedHashMap<>();
    Set<String> keys = new LinkedHashSet<>(ours.keySet());
    keys.addAll(theirs.keySet());
    for (String key : keys) {
      Object value = one(path + key, ours.get(key), theirs.get(key), base.get(key));
      if (value != null) {
        merged.put(key, value);
      }
    }
    return merged;
  }

  private @Nullable Object one(
      String field, @Nullable Object ours, @Nullable Object theirs, @Nullable Object base) {
    if (field.equals("labels")) {
      return fields("labels.", orNone(ours), orNone(theirs), orNone(base));
    }
    if (ours instanceof List<?> a && theirs instanceof List<?> b) {
      return items(a, b, base instanceof List<?> c ? c : List.of());
    }
    if (ours == null || ours.equals(base)) {
      return theirs;
    }
    if (theirs != null && !theirs.equals(ours)) {
      kept.kept(field, ours, theirs);
    }
    return ours;
  }

  @SuppressWarnings("unchecked") // the keys of documents are texts
  private static Map<String, Object> orNone(@Nullable Object labels) {
    return labels == null ? Map.of() : (Map<String, Object>) labels;
  }

  private static List<Object> items(List<?> ours, List<?> theirs, List<?> base) {
    List<Object> items = new ArrayList<>();
    ours.stream().filter(item -> theirs.contains(item) || !base.contains(item)).forEach(items::add);
    theirs.stream()
        .filter(item -> !base.contains(item) && !items.contains(item))
        .map(Objects::requireNonNull)
        .forEach(items::add);
    return items;
  }
}
