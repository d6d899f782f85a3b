package dev.evenkeel.runbook.grammar;

import java.util.Optional;

/** A number of things, written as a number or as a share of all. */
public sealed interface Portion {

  /**
   * How many of so many; a share is rounded down, because it limits, but it is never none.
   *
   * @param all how many there are
   */
  int of(int all);

  /** A number. */
  record Count(int number) implements Portion {
    @Override
    public int of(int all) {
      return number;
    }
  }

  /** A share of all. */
  record Part(Share share) implements Portion {
    @Override
    public int of(int all) {
      return Math.max(1, (int) Math.floor(share.of() * all + 1e-9));
    }
  }

  static Optional<Portion> parse(String text) {
    if (text.matches("[1-9]\\d{0,5}")) {
      return Optional.of(new Count(Integer.parseInt(text)));
    }
    return Share.parse(text).filter(share -> share.of() > 0 && share.of() <= 1).map(Part::new);
  }
}
