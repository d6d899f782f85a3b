package dev.evenkeel.server.schedule.web.year;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An upgrade, or other work, that stands on a day.
 *
 * @param path of its page
 * @param start when, if it has a place in the timetable that was agreed on; else it is only the day
 *     that its owner named
 */
public record Mark(
    String path,
    String title,
    LocalDate day,
    List<String> systems,
    Optional<Instant> start,
    Optional<Instant> end) {
  public Mark {
    systems = List.copyOf(systems);
  }

  public boolean isPlaced() {
    return start.isPresent();
  }
}
