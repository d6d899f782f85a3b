package dev.evenkeel.estate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One place in which two documents differ.
 *
 * @param field such as {@code version} or {@code demand.weekdays}
 * @param before as text; empty when it was not there
 * @param after as text; empty when it is not there any more
 */
public record Difference(String field, Optional<String> before, Optional<String> after) {

  /** In the order of the keys. Of lists each item that came or went is a difference. */
  public static List<Difference> of(Change change) {
    return between(
        change.before().map(Document::fields).orElse(Map.of()),
        change.after().map(Document::fields).orElse(Map.of()));
  }

  /** Between the fields of two documents. */
  public static List<Difference> between(Map<String, Object> before, Map<String, Object> after) {
    List<Difference> found = new ArrayList<>();
    compare("", before, after, found);
    return found;
  }

  private static void compare(
      String path, Map<?, ?> before, Map<?, ?> after, List<Difference> found) {
    Set<Object> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (Object key : keys) {
      Object old = before.get(key);
      Object now = after.get(key);
      String field = path.isEmpty() ? key.toString() : path + "." + key;
      if (old instanceof Map<?, ?> a && now instanceof Map<?, ?> b) {
        compare(field, a, b, found);
      } else if (isObjects(old) || isObjects(now)) {
        items(field, list(old), list(now), found);
      } else if (old == null || !old.equals(now)) {
        found.add(
            new Difference(
                field,
                Optional.ofNullable(old).map(Difference::text),
                Optional.ofNullable(now).map(Difference::text)));
      }
    }
  }

  private static boolean isObjects(@Nullable Object thing) {
    return thing instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance);
  }

  private static List<?> list(@Nullable Object thing) {
    return thing instanceof List<?> list ? list : List.of();
  }

  private static void items(String field, List<?> old, List<?> now, List<Difference> found) {
    old.stream()
        .filter(item -> !now.contains(item))
        .forEach(
            item -> found.add(new Difference(field, Optional.of(text(item)), Optional.empty())));
    now.stream()
        .filter(item -> !old.contains(item))
        .forEach(
            item -> found.add(new Difference(field, Optional.empty(), Optional.of(text(item)))));
  }

  private static String text(Object thing) {
    return switch (thing) {
      case Map<?, ?> map ->
          String.join(
              ", ",
              map.entrySet().stream()
                  .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                  .toList());
      case List<?> list -> String.join(", ", list.stream().map(Difference::text).toList());
      default -> thing.toString();
    };
  }
}
