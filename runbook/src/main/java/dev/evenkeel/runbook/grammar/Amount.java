package dev.evenkeel.runbook.grammar;

import dev.evenkeel.runbook.Durations;
import java.util.Optional;

/**
 * How much of something, in the unit it was written in.
 *
 * @param number a share (0.01 for 1%), milliseconds, or just the number
 */
public record Amount(double number, Unit unit) {

  /** How it was written. */
  public enum Unit {
    PERCENT,
    TIME,
    NONE
  }

  static Optional<Amount> parse(String text) {
    return Share.parse(text)
        .map(share -> new Amount(share.of(), Unit.PERCENT))
        .or(() -> Durations.parse(text).map(time -> new Amount(time.toMillis(), Unit.TIME)))
        .or(() -> Grammars.decimal(text).map(number -> new Amount(number, Unit.NONE)));
  }
}
