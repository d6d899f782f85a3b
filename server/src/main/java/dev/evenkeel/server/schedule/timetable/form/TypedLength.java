package dev.evenkeel.server.schedule.timetable.form;

import dev.evenkeel.server.schedule.timetable.terms.Lengths;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time in two fields, a number and its unit. It may also be typed as a whole into the
 * first, such as {@code 90m} or {@code 1h30m}.
 */
public final class TypedLength {
  /** What the name of the field of the unit ends with. */
  public static final String UNIT = ".unit";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}([.,]\\d{1,3})?");
  private static final Pattern ONE = Pattern.compile("(\\d{1,9})([smhd])");
  private static final Pattern SEVERAL = Pattern.compile("(\\d{1,9}\\s*[dhms]\\s*){2,4}");
  private static final Pattern PIECE = Pattern.compile("(\\d{1,9})\\s*([dhms])");
  private static final Map<String, Integer> SECONDS =
      Map.of("s", 1, "m", 60, "h", 3_600, "d", 86_400);

  private TypedLength() {}

  /** As a plan writes it: one whole number and its unit; what is none stays as it was typed. */
  static String whole(String number, String unit) {
    if (!unit.isBlank() && NUMBER.matcher(number).matches()) {
      BigDecimal seconds =
          new BigDecimal(number.replace(',', '.'))
              .multiply(BigDecimal.valueOf(SECONDS.getOrDefault(unit, 60)));
      return number.matches("\\d+") ? number + unit : spelled(seconds.longValue());
    }
    if (SEVERAL.matcher(number).matches()) {
      long seconds = 0;
      Matcher pieces = PIECE.matcher(number);
      while (pieces.find()) {
        seconds += Long.parseLong(pieces.group(1)) * SECONDS.getOrDefault(pieces.group(2), 1);
      }
      return spelled(seconds);
    }
    return number;
  }

  private static String spelled(long seconds) {
    return Lengths.of(Duration.ofSeconds(seconds));
  }

  /** What the first field shows of it. */
  public static String number(String text) {
    Matcher one = ONE.matcher(text);
    return one.matches() ? one.group(1) : text;
  }

  /** What the second shows: minutes when nothing is said. */
  public static String unit(String text) {
    Matcher one = ONE.matcher(text);
    return one.matches() ? one.group(2) : "m";
  }
}
