package dev.evenkeel.server.tasks.deadline;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long after its basis something is due; before it when negative.
 *
 * @param days whether these are days of the calendar, not hours of the clock
 */
public record Offset(int amount, boolean days) {
  /** A regular expression for what is written. */
  public static final String PATTERN = "[-+]?\\d{1,3}[dh]";

  private static final Pattern WRITTEN = Pattern.compile("([-+]?\\d{1,3})([dh])");
  public static final Offset NONE = new Offset(0, true);

  public static Optional<Offset> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(new Offset(Integer.parseInt(matcher.group(1)), matcher.group(2).equals("d")))
        : Optional.empty();
  }

  /** As documents write it. */
  @Override
  public String toString() {
    return amount + (days ? "d" : "h");
  }

  /** For people: 3 days, 2 hours before. */
  public String words() {
    int size = Math.abs(amount);
    String unit = days ? "day" : "hour";
    return size + " " + unit + (size == 1 ? "" : "s") + (amount < 0 ? " before" : "");
  }
}
