package dev.evenkeel.runbook.grammar;

import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.words.Spelled;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A name somebody else refers to. */
public record Name(Spelled.Names kind) implements Grammar {

  @Override
  public String describe() {
    return "a name of " + kind.says();
  }

  @Override
  public String example() {
    return "name";
  }

  @Override
  public Rule rule() {
    return Rule.BAD_NAME;
  }

  @Override
  public Optional<?> read(Value.Scalar scalar) {
    return kind.fit(scalar.text()) ? Optional.of(scalar.text()) : Optional.empty();
  }

  @Override
  public Map<String, Object> schema() {
    // Numbers pass where they are written like names: a target may be called 1.
    return Grammars.spelled(List.of("string", "number"), kind.pattern());
  }
}
