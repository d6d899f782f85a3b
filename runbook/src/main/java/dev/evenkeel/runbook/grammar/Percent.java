package dev.evenkeel.runbook.grammar;

import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import java.util.Map;
import java.util.Optional;

/** A share of a whole; a number alone was probably meant as percent. */
record Percent() implements Grammar {
  @Override
  public String describe() {
    return "a share such as 25%";
  }

  @Override
  public String example() {
    return "100%";
  }

  @Override
  public Rule rule() {
    return Rule.BAD_SHARE;
  }

  @Override
  public Optional<?> read(Value.Scalar scalar) {
    return Share.parse(scalar.text());
  }

  @Override
  public Map<String, Object> schema() {
    return Grammars.pattern(Share.PATTERN);
  }

  @Override
  public Optional<String> guess(String text) {
    return Share.parse(text + "%").map(_ -> text + "%");
  }
}
