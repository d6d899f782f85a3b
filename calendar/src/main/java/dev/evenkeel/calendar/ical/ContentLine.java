package dev.evenkeel.calendar.ical;

import java.util.Map;

/**
 * A property of a file.
 *
 * @param number of its first line, from 1
 * @param parameters without quotes
 */
record ContentLine(int number, String name, Map<String, String> parameters, String value) {

  String where() {
    return "line " + number;
  }
}
