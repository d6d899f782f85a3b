package dev.evenkeel.demo.story;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a run came out. */
public enum Outcome {
  /** Every node is on the new release. */
  SUCCEEDED,
  /** Every node is on the old release again. */
  ROLLED_BACK,
  /** It waits for a person, or was refused. */
  HELD;

  static Outcome of(String status) {
    return switch (status) {
      case "SUCCEEDED" -> SUCCEEDED;
      case "ROLLED_BACK" -> ROLLED_BACK;
      default -> HELD;
    };
  }

  /** As in the JSON: {@code rolled-back}. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
