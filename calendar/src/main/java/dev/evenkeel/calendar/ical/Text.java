package dev.evenkeel.calendar.ical;

/** Text as iCalendar escapes it. */
final class Text {
  private Text() {}

  static String read(String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char next = value.charAt(++i);
        text.append(next == 'n' || next == 'N' ? '\n' : next);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  static String written(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace("\n", "\\n")
        .replaceAll("\\p{Cntrl}", " ");
  }
}
