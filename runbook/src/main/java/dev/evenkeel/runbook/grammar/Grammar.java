package dev.evenkeel.runbook.grammar;

import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import java.util.Map;
import java.util.Optional;

/** How one kind of single value is written. */
public interface Grammar {

  /** In words, to follow 'must be'. */
  String describe();

  /** A value that is certainly right. */
  String example();

  /** Which rule is broken by a value that is not. */
  Rule rule();

  /**
   * @return empty when it is not written as it must be
   */
  Optional<?> read(Value.Scalar scalar);

  /** The same as JSON Schema. */
  Map<String, Object> schema();

  /** Whether {@code ${…}} is part of how it is written. */
  default boolean takesNames() {
    return false;
  }

  /** What was probably meant by a text that is not right; always right itself. */
  default Optional<String> guess(String text) {
    return Optional.empty();
  }

  /** What to do about a text that is not right. */
  default String wayOut(String text) {
    return guess(text)
        .map("Did you mean %s?"::formatted)
        .orElseGet(() -> "Write %s.".formatted(describe()));
  }
}
