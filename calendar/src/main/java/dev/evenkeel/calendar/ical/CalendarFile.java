package dev.evenkeel.calendar.ical;

import dev.evenkeel.calendar.Finding;
import java.util.List;

/**
 * What a file says. An event is taken as a whole or not at all.
 *
 * @param findings an error for each event that is not taken, with its line
 */
public record CalendarFile(String name, List<Event> events, List<Finding> findings) {
  public CalendarFile {
    events = List.copyOf(events);
    findings = List.copyOf(findings);
  }

  /** Whether everything was taken. A calendar of freezes should not be used otherwise. */
  public boolean complete() {
    return findings.stream().noneMatch(Finding::error);
  }
}
