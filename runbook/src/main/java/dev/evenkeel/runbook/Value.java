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
   */
  record Scalar(@Nullable Object value, Where where) implements Value {}

  /** A list. */
  record Items(List<Value> values, Where where) implements Value {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A mapping, in the order of the text. */
  record Fields(Map<String, Value> values, Where where) implements Value {
    public Fields {
      values = Ordered.copyOf(values);
    }
  }
}
