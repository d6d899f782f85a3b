package dev.evenkeel.calendar;

import java.time.Duration;

/** Why there is no change at a time. */
public sealed interface Reason {
  /** For how long it is so. */
  Span when();

  String words();

  /** No window is open. */
  record Closed(String calendar, Span when) implements Reason {
    @Override
    public String words() {
      return "%s: no window of calendar %s is open".formatted(when, calendar);
    }
  }

  record Frozen(Freeze freeze, Span when) implements Reason {
    @Override
    public String words() {
      return "%s: %s".formatted(when, freeze);
    }
  }

  /** It is open, and not for long enough. */
  record TooShort(Duration wanted, Span when) implements Reason {
    @Override
    public String words() {
      return "%s: open for %s only, %s are needed"
          .formatted(when, Words.of(when.length()), Words.of(wanted));
    }
  }
}
