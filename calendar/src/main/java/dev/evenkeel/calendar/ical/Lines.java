package dev.evenkeel.calendar.ical;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;

/** Lines of a calendar file that is written. */
final class Lines {
  private static final int LONGEST = 75;

  private Lines() {}

  static String utc(Instant time) {
    return Times.LOCAL.format(time.atOffset(ZoneOffset.UTC)) + "Z";
  }

  /** Folded after 75 octets, never inside of a character. */
  static void line(StringBuilder feed, String text) {
    int octets = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      String one = Character.toString(text.codePointAt(i));
      int size = one.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LONGEST) {
        feed.append("\r\n ");
        octets = 1;
      }
      feed.append(one);
      octets += size;
    }
    feed.append("\r\n");
  }
}
