package dev.evenkeel.runbook;

import java.util.List;
import java.util.Optional;

/**
 * A value asked for when a run is started; {@code ${inputs.NAME}} in the runbook.
 *
 * @param fallback the value when none is given; without it the input is required
 * @param allowed the only values accepted; empty accepts any value of the type
 */
public record Input(
    String name, Type type, String description, Optional<String> fallback, List<String> allowed) {

  /**
   * What a value must look like. Durations are written {@code 500ms}, {@code 30s}, {@code 10m},
   * {@code 24h}.
   */
  public enum Type {
    STRING,
    INTEGER,
    BOOLEAN,
    DURATION;

    /** In words, to follow 'must be'. */
    public String describe() {
      return switch (this) {
        case STRING -> "a text";
        case INTEGER -> "a whole number";
        case BOOLEAN -> "true or false";
        case DURATION -> "a duration such as 30s or 10m";
      };
    }

    /** Whether a text can be a value of this type. */
    public boolean fits(String value) {
      return switch (this) {
        case STRING -> true;
        case INTEGER -> value.matches("-?\\d{1,18}");
        case BOOLEAN -> value.equals("true") || value.equals("false");
        case DURATION -> Durations.parse(value).isPresent();
      };
    }
  }

  public Input {
    allowed = List.copyOf(allowed);
  }

  /** What is wrong with a value for this input, as part of a sentence; empty when it fits. */
  public Optional<String> objection(String value) {
    if (!type.fits(value)) {
      return Optional.of("input '%s' must be %s, not '%s'".formatted(name, type.describe(), value));
    }
    return allowed.isEmpty() || allowed.contains(value)
        ? Optional.empty()
        : Optional.of(
            "input '%s' must be one of %s, not '%s'"
                .formatted(name, String.join(", ", allowed), value));
  }
}
