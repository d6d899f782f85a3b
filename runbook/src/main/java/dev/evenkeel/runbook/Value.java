package dev.evenkeel.runbook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of YAML that remembers where it stood. Texts may hold {@code ${…}}. */
public sealed interface Value {
  Where where();

  /**
   * A string, number, boolean or nothing.
   *
   * @param value {@link String}, {@link Long}, {@link Double}, {@link Boolean} or null
   * @param text as written, so that a version 11.10 does not become 11.1; empty for nothing
   */
  record Scalar(@Nullable Object value, String text, Where where) implements Value {
    public Scalar(@Nullable Object value, Where where) {
      this(value, value == null ? "" : value.toString(), where);
    }
  }

  /** A list. */
  record Items(List<Value> values, Where where) implements Value {
    public Items {
      values = List.copyOf(values);
    }
  }

  /**
   * A mapping, in the order of the text.
   *
   * @param keys where each key stood
   */
  record Fields(Map<String, Value> values, Map<String, Where> keys, Where where) implements Value {
    public Fields {
      values = Ordered.copyOf(values);
      keys = Map.copyOf(keys);
    }

    public Fields(Map<String, Value> values, Where where) {
      this(values, Map.of(), where);
    }

    /** Where the value of a key stands; the place of the mapping when it has no such key. */
    public Where whereOf(String key) {
      Value value = values.get(key);
      return value == null ? where : value.where();
    }

    /** Where a key itself stands; the place of the mapping when it has no such key. */
    public Where whereKey(String key) {
      return keys.getOrDefault(key, where);
    }
  }
}
