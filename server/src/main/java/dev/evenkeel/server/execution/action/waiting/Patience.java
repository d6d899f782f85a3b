package dev.evenkeel.server.execution.action.waiting;

import java.time.Duration;

/**
 * What a wait keeps in mind between two looks.
 *
 * @param whole all the time the attempt had in the beginning
 * @param heldInARow how often the condition has held since it last did not
 */
record Patience(Duration whole, int heldInARow) {

  static Patience of(String memo) {
    var parts = memo.split(" ");
    return new Patience(Duration.ofMillis(Long.parseLong(parts[0])), Integer.parseInt(parts[1]));
  }

  String memo() {
    return whole.toMillis() + " " + heldInARow;
  }

  Patience heldOnceMore() {
    return new Patience(whole, heldInARow + 1);
  }

  Patience heldNoMore() {
    return new Patience(whole, 0);
  }

  /** How long it has waited so far. */
  Duration waited(Duration remaining) {
    return whole.minus(remaining);
  }

  /** Such as {@code 12 s of 60 s}. */
  String spoken(Duration remaining) {
    return "%d s of %d s".formatted(waited(remaining).toSeconds(), whole.toSeconds());
  }
}
