package dev.evenkeel.server.execution.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the entries used last; safe for many threads. */
final class Recent<K, V> {
  private final Map<K, V> kept;

  Recent(int size) {
    kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > size;
          }
        };
  }

  synchronized @org.jspecify.annotations.Nullable V get(K key) {
    return kept.get(key);
  }

  synchronized void put(K key, V value) {
    kept.put(key, value);
  }
}
