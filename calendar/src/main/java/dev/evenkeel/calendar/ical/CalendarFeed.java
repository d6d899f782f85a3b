package dev.evenkeel.calendar.ical;

import static dev.evenkeel.calendar.ical.Lines.line;
import static dev.evenkeel.calendar.ical.Lines.utc;

import dev.evenkeel.calendar.Span;
import java.time.Instant;
import java.util.List;

/** Writes a calendar that others subscribe to. The same entries give the same bytes. */
public final class CalendarFeed {
  private CalendarFeed() {}

  /**
   * @param uid the same as long as it is the same thing, whenever it is
   * @param changed when it was last changed, for DTSTAMP
   */
  public record Entry(String uid, Instant changed, Span when, String summary, String description) {}

  /** Deadlines as events that end with them. They keep nobody busy: another meeting may be then. */
  public static String deadlines(String name, List<Entry> entries) {
    return written(name, entries, "TRANSP:TRANSPARENT");
  }

  /** Deadlines as to-dos, for programs that keep lists of them; an entry is due at its end. */
  public static String todos(String name, List<Entry> entries) {
    StringBuilder feed = begun(name);
    for (Entry entry : entries) {
      line(feed, "BEGIN:VTODO");
      line(feed, "UID:" + Text.written(entry.uid()));
      line(feed, "DTSTAMP:" + utc(entry.changed()));
      line(feed, "DUE:" + utc(entry.when().to()));
      line(feed, "SUMMARY:" + Text.written(entry.summary()));
      line(feed, "DESCRIPTION:" + Text.written(entry.description()));
      line(feed, "STATUS:NEEDS-ACTION");
      line(feed, "END:VTODO");
    }
    line(feed, "END:VCALENDAR");
    return feed.toString();
  }

  public static String written(String name, List<Entry> entries) {
    return written(name, entries, "");
  }

  private static StringBuilder begun(String name) {
    StringBuilder feed = new StringBuilder();
    line(feed, "BEGIN:VCALENDAR");
    line(feed, "VERSION:2.0");
    line(feed, "PRODID:-//Evenkeel//Calendar//EN");
    line(feed, "X-WR-CALNAME:" + Text.written(name));
    return feed;
  }

  private static String written(String name, List<Entry> entries, String more) {
    StringBuilder feed = begun(name);
    for (Entry entry : entries) {
      line(feed, "BEGIN:VEVENT");
      line(feed, "UID:" + Text.written(entry.uid()));
      line(feed, "DTSTAMP:" + utc(entry.changed()));
      line(feed, "DTSTART:" + utc(entry.when().from()));
      line(feed, "DTEND:" + utc(entry.when().to()));
      line(feed, "SUMMARY:" + Text.written(entry.summary()));
      line(feed, "DESCRIPTION:" + Text.written(entry.description()));
      if (!more.isEmpty()) {
        line(feed, more);
      }
      line(feed, "END:VEVENT");
    }
    line(feed, "END:VCALENDAR");
    return feed.toString();
  }
}
