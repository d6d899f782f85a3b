package dev.evenkeel.runbook.grammar;

import dev.evenkeel.runbook.Durations;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import java.util.Map;
import java.util.Optional;

/** A duration; the way out guesses the unit that was forgotten. */
record Time() implements Grammar {
  @Override
  public String describe() {
    return "a duration such as 500ms, 30s, 10m, 24h or 7d";
  }

  @Override
  public String example() {
    return "1m";
  }

  @Override
  public Rule rule() {
    return Rule.BAD_DURATION;
  }

  @Override
  public Optional<?> read(Value.Scalar scalar) {
    return Durations.parse(scalar.text());
  }

  @Override
  public Map<String, Object> schema() {
    return Grammars.pattern(Durations.PATTERN);
  }

  @Override
  public Optional<String> guess(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(text + "s") : Optional.empty();
  }

  @Override
  public String wayOut(String text) {
    return guess(text).isPresent()
        ? "Add the unit: %ss for seconds, %sm for minutes.".formatted(text, text)
        : "Write one whole number and one of ms, s, m, h and d, without a space: 90m, not 1h30m.";
  }
}
