package dev.evenkeel.runbook.grammar;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a whole, written as {@code 25%}.
 *
 * @param of 0 to 1
 */
public record Share(double of) implements Comparable<Share> {
  static final String PATTERN = "\\d{1,3}(\\.\\d{1,4})?%";
  private static final Pattern WRITTEN = Pattern.compile(PATTERN);

  static Optional<Share> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    return matcher.matches()
        ? Optional.of(new Share(Double.parseDouble(text.substring(0, text.length() - 1)) / 100))
        : Optional.empty();
  }

  @Override
  public int compareTo(Share other) {
    return Double.compare(of, other.of);
  }

  /** As people write it. */
  @Override
  public String toString() {
    double percent = Math.round(of * 1e6) / 1e4;
    return percent == Math.rint(percent) ? (long) percent + "%" : percent + "%";
  }
}
