package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.imports.CsvMapping.DateOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as other systems write them, a time behind them is left out:
 *
 * <ul>
 *   <li>2026-04-03, 2026/04/03, 20260403: year, month, day
 *   <li>3.4.2026: day, month, year
 *   <li>3 Apr 2026, 3-Apr-26, Apr 3, 2026
 *   <li>3/4/2026 and 3-4-2026: only with an order of day and month
 * </ul>
 *
 * Two digits of a year are 1970 to 2069.
 */
final class Dates {
  private static final String TIME = "(?:[T ].*)?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + TIME);
  private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)");
  private static final Pattern DOTS =
      Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d\\d)" + TIME);
  private static final Pattern UNSURE =
      Pattern.compile("(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4}|\\d\\d)" + TIME);
  private static final Pattern DAY_WORD =
      Pattern.compile("(\\d{1,2})[ -]([A-Za-z]{3,9})\\.?[ -](\\d{4}|\\d\\d)" + TIME);
  private static final Pattern WORD_DAY =
      Pattern.compile("([A-Za-z]{3,9})\\.? (\\d{1,2}),? (\\d{4})" + TIME);
  private static final Pattern SERIAL = Pattern.compile("[2-7]\\d{4}(\\.\\d+)?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** Why a text is no date. */
  static final class NoDate extends Exception {
    private final String wayOut;

    NoDate(String why, String wayOut) {
      super(why, null, false, false);
      this.wayOut = wayOut;
    }

    String why() {
      return String.valueOf(getMessage());
    }

    String wayOut() {
      return wayOut;
    }
  }

  private Dates() {}

  /**
   * @param order of day and month where it matters
   */
  static LocalDate read(String text, Optional<DateOrder> order) throws NoDate {
    LocalDate day = calendar(text, order);
    if (day.getYear() < 1900 || day.getYear() > 2200) {
      throw new NoDate(
          "'%s' is in the year %04d, which programs write when there is no date."
              .formatted(text, day.getYear()),
          "Leave the cell empty when there is none.");
    }
    return day;
  }

  private static LocalDate calendar(String text, Optional<DateOrder> order) throws NoDate {
    try {
      Matcher m = YEAR_FIRST.matcher(text);
      if (m.matches()) {
        return date(m.group(1), m.group(3), m.group(4));
      }
      m = COMPACT.matcher(text);
      if (m.matches()) {
        return date(m.group(1), m.group(2), m.group(3));
      }
      m = DOTS.matcher(text);
      if (m.matches()) {
        return date(m.group(3), m.group(2), m.group(1));
      }
      m = DAY_WORD.matcher(text);
      if (m.matches() && month(m.group(2)) > 0) {
        return date(m.group(3), "" + month(m.group(2)), m.group(1));
      }
      m = WORD_DAY.matcher(text);
      if (m.matches() && month(m.group(1)) > 0) {
        return date(m.group(3), "" + month(m.group(1)), m.group(2));
      }
      m = UNSURE.matcher(text);
      if (m.matches()) {
        return unsure(m, order, text);
      }
    } catch (DateTimeException _) {
      throw new NoDate("'%s' is no day of the calendar.".formatted(text), "Correct the date.");
    }
    if (SERIAL.matcher(text).matches()) {
      throw new NoDate(
          "'%s' is a day as spreadsheets count them, not a date.".formatted(text),
          "Format the column as a date and export it again.");
    }
    throw new NoDate("'%s' is no date.".formatted(text), "Write it like 2027-04-30.");
  }

  private static LocalDate unsure(Matcher m, Optional<DateOrder> order, String text) throws NoDate {
    boolean same = m.group(1).equals(m.group(3));
    DateOrder known =
        order
            .or(() -> orderOf(text))
            .or(() -> same ? Optional.of(DateOrder.DAY_FIRST) : Optional.empty())
            .orElseThrow(() ->
                new NoDate(
                    "'%s' may be a day in either of two months.".formatted(text),
                    "Say for this column whether the day or the month stands first."));
    return known == DateOrder.DAY_FIRST
        ? date(m.group(4), m.group(3), m.group(1))
        : date(m.group(4), m.group(1), m.group(3));
  }

  /** The order that a text shows by having a number that is no month. */
  static Optional<DateOrder> orderOf(String text) {
    Matcher m = UNSURE.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    if (Integer.parseInt(m.group(1)) > 12) {
      return Optional.of(DateOrder.DAY_FIRST);
    }
    return Integer.parseInt(m.group(3)) > 12
        ? Optional.of(DateOrder.MONTH_FIRST)
        : Optional.empty();
  }

  private static LocalDate date(String year, String month, String day) {
    int y = Integer.parseInt(year);
    int full = year.length() > 2 ? y : y < 70 ? 2000 + y : 1900 + y;
    return LocalDate.of(full, Integer.parseInt(month), Integer.parseInt(day));
  }

  private static int month(String word) {
    return 1 + MONTHS.indexOf(word.toLowerCase(Locale.ROOT).substring(0, 3));
  }
}
