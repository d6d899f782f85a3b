package dev.evenkeel.runbook.grammar;

import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A date without time, as ISO 8601 has it. */
record Day() implements Grammar {
  @Override
  public String describe() {
    return "a date such as 2027-04-30";
  }

  @Override
  public String example() {
    return "2027-04-30";
  }

  @Override
  public Rule rule() {
    return Rule.WRONG_TYPE;
  }

  @Override
  public Optional<?> read(Value.Scalar scalar) {
    if (!scalar.text().matches("\\d{4}-\\d{2}-\\d{2}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(scalar.text()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  @Override
  public Map<String, Object> schema() {
    return Grammars.inOrder("type", "string", "format", "date");
  }

  @Override
  public String wayOut(String text) {
    return "Write year, month and day: 2027-04-30.";
  }
}
