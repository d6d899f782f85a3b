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

  /**
   * It is a holiday, and nobody is there to call.
   *
   * @param holiday what it is called
   * @param whom who would have to be on call, for people
   */
  record Uncovered(String holiday, String whom, Span when) implements Reason {
    @Override
    public String words() {
      return "%s: it is %s, and nobody of %s is on call".formatted(when, holiday, whom);
    }
  }

  /**
   * Nobody can say whether it is open, so it is taken as closed.
   *
   * @param why what cannot be read, and what to do
   */
  record Unknown(String why, Span when) implements Reason {
    @Override
    public String words() {
      return "%s: %s".formatted(when, why);
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
