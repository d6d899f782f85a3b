package dev.evenkeel.estate.lifecycle;

import java.time.LocalDate;
import java.util.Optional;

/** When a kind of support ends, exactly as far as the source says it. */
public sealed interface SupportEnd {

  /** On this day it is still there, on the next no longer. */
  record On(LocalDate last) implements SupportEnd {}

  /** Over or not, but nobody says since or until when. */
  record Flag(boolean over) implements SupportEnd {}

  /** Nothing is said. */
  record Unsaid() implements SupportEnd {}

  /** Empty when nothing is said. */
  default Optional<Boolean> overOn(LocalDate day) {
    return switch (this) {
      case On(var last) -> Optional.of(day.isAfter(last));
      case Flag(var over) -> Optional.of(over);
      case Unsaid() -> Optional.empty();
    };
  }

  /** Whether it is said to be there on that day. */
  default boolean runsOn(LocalDate day) {
    return overOn(day).map(over -> !over).orElse(false);
  }

  default Optional<LocalDate> date() {
    return this instanceof On(var last) ? Optional.of(last) : Optional.empty();
  }
}
