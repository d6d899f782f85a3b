package dev.evenkeel.calendar.ical;

import dev.evenkeel.calendar.CalendarUnfit;
import dev.evenkeel.calendar.Finding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes a file apart into its properties. */
final class ContentLines {
  static final int MOST_BYTES = 10_000_000;
  static final int MOST_LINE = 100_000;

  private ContentLines() {}

  /**
   * @throws CalendarUnfit if it is too large, or not made of properties
   */
  static List<ContentLine> of(byte[] file) {
    if (file.length > MOST_BYTES) {
      throw unfit(
          "file",
          "It has %,d bytes, more than %,d. Split it, or export less.",
          file.length,
          MOST_BYTES);
    }
    List<ContentLine> lines = new ArrayList<>();
    // unfolded as bytes: a fold may stand inside of a character
    String[] raw = new String(file, StandardCharsets.ISO_8859_1).split("\r\n|\n|\r", -1);
    for (int i = 0; i < raw.length; ) {
      int number = i + 1;
      StringBuilder text = new StringBuilder(raw[i++]);
      while (i < raw.length && (raw[i].startsWith(" ") || raw[i].startsWith("\t"))) {
        text.append(raw[i++], 1, raw[i - 1].length());
        if (text.length() > MOST_LINE) {
          throw unfit(
              "line " + number, "It goes on for more than %,d bytes. Shorten it.", MOST_LINE);
        }
      }
      if (!text.toString().isBlank()) {
        lines.add(line(number, utf8(number, text.toString())));
      }
    }
    return lines;
  }

  private static String utf8(int number, String bytes) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
              .toString();
      return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw unfit("line " + number, "It is not written in UTF-8. Export the file as UTF-8.");
    }
  }

  private static ContentLine line(int number, String text) {
    List<String> head = new ArrayList<>();
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ';' || c == ':')) {
        head.add(text.substring(from, i));
        from = i + 1;
        if (c == ':') {
          return line(number, head, text.substring(from));
        }
      }
    }
    throw unfit(
        "line " + number,
        "'%s' is no property: a name, a colon and a value. Is it an iCalendar file?",
        text.substring(0, Math.min(40, text.length())));
  }

  private static ContentLine line(int number, List<String> head, String value) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String parameter : head.subList(1, head.size())) {
      String[] parts = parameter.split("=", 2);
      parameters.put(
          parts[0].toUpperCase(Locale.ROOT), parts.length < 2 ? "" : parts[1].replace("\"", ""));
    }
    return new ContentLine(number, head.getFirst().toUpperCase(Locale.ROOT), parameters, value);
  }

  static CalendarUnfit unfit(String where, String text, Object... values) {
    return new CalendarUnfit(Finding.error(where, text, values));
  }
}
