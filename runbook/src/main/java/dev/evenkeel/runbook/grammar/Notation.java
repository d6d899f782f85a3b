package dev.evenkeel.runbook.grammar;

import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A grammar that looks at the text alone. */
record Notation(
    String describe,
    String example,
    Rule rule,
    Map<String, Object> schema,
    Function<String, Optional<?>> reader)
    implements Grammar {

  @Override
  public Optional<?> read(Value.Scalar scalar) {
    return reader.apply(scalar.text());
  }
}
