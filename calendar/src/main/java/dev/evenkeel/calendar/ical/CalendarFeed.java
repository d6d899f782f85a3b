package dev.evenkeel.calendar.ical;

import dev.evenkeel.calendar.Span;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Writes a calendar that others subscribe to. The same entries give the same bytes. */
public final class CalendarFeed {
  private static final int LONGEST = 75;

  private CalendarFeed() {}

  /**
   * @param uid the same as long as it is the same thing, whenever it is
   * @param changed when it was last changed, for DTSTAMP
   */
  public record Entry(String uid, Instant changed, Span when, String summary, String description) {}

  public static String written(String name, List<Entry> entries) {
    StringBuilder feed = new StringBuilder();
    line(feed, "BEGIN:VCALENDAR");
    line(feed, "VERSION:2.0");
    line(feed, "PRODID:-//Evenkeel//Calendar//EN");
    line(feed, "X-WR-CALNAME:" + Text.written(name));
    for (Entry entry : entries) {
      line(feed, "BEGIN:VEVENT");
      line(feed, "UID:" + Text.written(entry.uid()));
      line(feed, "DTSTAMP:" + utc(entry.changed()));
      line(feed, "DTSTART:" + utc(entry.when().from()));
      line(feed, "DTEND:" + utc(entry.when().to()));
      line(feed, "SUMMARY:" + Text.written(entry.summary()));
      line(feed, "DESCRIPTION:" + Text.written(entry.description()));
      line(feed, "END:VEVENT");
    }
    line(feed, "END:VCALENDAR");
    return feed.toString();
  }

  private static String utc(Instant time) {
    return Times.LOCAL.format(time.atOffset(ZoneOffset.UTC)) + "Z";
  }

  /** Folded after 75 octets, never inside of a character. */
  private static void line(StringBuilder feed, String text) {
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
