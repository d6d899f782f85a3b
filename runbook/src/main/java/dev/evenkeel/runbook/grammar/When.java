package dev.evenkeel.runbook.grammar;

import dev.evenkeel.runbook.Condition;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A condition. What it says is checked with the names in it. */
record When() implements Grammar {
  @Override
  public String describe() {
    return "a condition such as ${target.role} == primary";
  }

  @Override
  public String example() {
    return "true";
  }

  @Override
  public Rule rule() {
    return Rule.BAD_CONDITION;
  }

  @Override
  public Optional<?> read(Value.Scalar scalar) {
    return Optional.of(new Condition(scalar.text(), scalar.where()));
  }

  @Override
  public boolean takesNames() {
    return true;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", List.of("string", "boolean"));
  }
}
