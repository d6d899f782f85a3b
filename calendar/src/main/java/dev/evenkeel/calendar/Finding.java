package dev.evenkeel.calendar;

/**
 * What is wrong or doubtful in a calendar.
 *
 * @param error it cannot be used as it is; otherwise it can, and a person should look at it
 * @param where which window, freeze or line of a file
 * @param text what it is, and what to do
 */
public record Finding(boolean error, String where, String text) {

  public static Finding error(String where, String text, Object... values) {
    return new Finding(true, where, text.formatted(values));
  }

  public static Finding warning(String where, String text, Object... values) {
    return new Finding(false, where, text.formatted(values));
  }

  @Override
  public String toString() {
    return where + ": " + text;
  }
}
