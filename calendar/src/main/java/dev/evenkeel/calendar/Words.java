package dev.evenkeel.calendar;

import java.time.Duration;

/** Lengths for people. */
final class Words {
  private Words() {}

  static String of(Duration length) {
    StringBuilder words = new StringBuilder();
    add(words, length.toDays(), "d");
    add(words, length.toHoursPart(), "h");
    add(words, length.toMinutesPart(), "min");
    add(words, length.toSecondsPart(), "s");
    return words.isEmpty() ? "no time" : words.toString();
  }

  private static void add(StringBuilder words, long amount, String unit) {
    if (amount != 0) {
      words.append(words.isEmpty() ? "" : " ").append(amount).append(' ').append(unit);
    }
  }
}
