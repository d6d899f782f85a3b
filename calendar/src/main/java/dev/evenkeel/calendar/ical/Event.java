package dev.evenkeel.calendar.ical;

import dev.evenkeel.calendar.Occurrence;
import dev.evenkeel.calendar.Recurrence;
import dev.evenkeel.calendar.Span;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something of a file that takes time.
 *
 * @param line where it begins
 * @param allDay days rather than times; they are those of the zone it was read for
 * @param free others may take the time all the same (TRANSP:TRANSPARENT)
 * @param moved single occurrences that were changed, by their beginning before; none: cancelled
 */
public record Event(
    int line,
    String uid,
    String summary,
    boolean allDay,
    boolean free,
    Recurrence when,
    Map<LocalDateTime, Optional<Recurrence>> moved) {
  public Event {
    moved = Map.copyOf(moved);
  }

  /** When it takes place in a range, in order. */
  public List<Span> spans(Span range) {
    String where = "event of line " + line;
    List<Span> spans = new ArrayList<>();
    for (Occurrence one : when.expand(where, range).occurrences()) {
      if (!moved.containsKey(one.start())) {
        spans.add(one.span());
      }
    }
    moved.values().stream()
        .flatMap(Optional::stream)
        .forEach(other -> spans.addAll(other.expand(where, range).spans()));
    spans.sort(Comparator.comparing(Span::from));
    return spans;
  }
}
