package dev.evenkeel.runbook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Unmodifiable maps that keep the order of the text, which {@link Map#copyOf} does not. */
public final class Ordered {
  private Ordered() {}

  public static <K, V> Map<K, V> copyOf(Map<K, V> map) {
    if (map.isEmpty()) {
      return Collections.emptyMap(); // there are many, and each would hold a table of its own
    }
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
