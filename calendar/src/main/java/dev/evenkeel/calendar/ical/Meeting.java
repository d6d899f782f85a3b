package dev.evenkeel.calendar.ical;

import static dev.evenkeel.calendar.ical.Lines.line;
import static dev.evenkeel.calendar.ical.Lines.utc;

import dev.evenkeel.calendar.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A meeting to which people are invited by e-mail (RFC 5546, iTIP). The same UID with a higher
 * sequence puts another time in the place of the one before.
 *
 * @param sequence counts the changes of the meeting
 * @param changed when it was changed to this
 * @param location a room, or the address of a call
 * @param organizer an e-mail address
 */
public record Meeting(
    String uid,
    int sequence,
    Instant changed,
    Span when,
    String summary,
    String description,
    Optional<String> location,
    String organizer,
    List<Guest> guests) {
  public Meeting {
    guests = List.copyOf(guests);
  }

  /** Somebody who is invited. */
  public record Guest(String address, String name) {}

  /** Asks the guests to come, or tells them what is another now. */
  public String request() {
    return written("REQUEST", "CONFIRMED");
  }

  /** Calls it off for its guests. */
  public String cancel() {
    return written("CANCEL", "CANCELLED");
  }

  private String written(String method, String status) {
    StringBuilder text = new StringBuilder();
    line(text, "BEGIN:VCALENDAR");
    line(text, "VERSION:2.0");
    line(text, "PRODID:-//Evenkeel//Calendar//EN");
    line(text, "METHOD:" + method);
    line(text, "BEGIN:VEVENT");
    line(text, "UID:" + Text.written(uid));
    line(text, "SEQUENCE:" + sequence);
    line(text, "DTSTAMP:" + utc(changed));
    line(text, "DTSTART:" + utc(when.from()));
    line(text, "DTEND:" + utc(when.to()));
    line(text, "SUMMARY:" + Text.written(summary));
    line(text, "DESCRIPTION:" + Text.written(description));
    location.ifPresent(place -> line(text, "LOCATION:" + Text.written(place)));
    line(text, "ORGANIZER;CN=Evenkeel:mailto:" + address(organizer));
    for (Guest guest : guests) {
      line(
          text,
          "ATTENDEE;CN=%s;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:%s"
              .formatted(parameter(guest.name()), address(guest.address())));
    }
    line(text, "STATUS:" + status);
    line(text, "END:VEVENT");
    line(text, "END:VCALENDAR");
    return text.toString();
  }

  /** Within quotation marks everything stands but these and controls (RFC 5545, section 3.2). */
  private static String parameter(String value) {
    return '"' + value.replaceAll("[\\p{Cntrl}\"]+", " ").strip() + '"';
  }

  private static String address(String value) {
    return value.replaceAll("[\\p{Cntrl}\\s]+", "");
  }
}
