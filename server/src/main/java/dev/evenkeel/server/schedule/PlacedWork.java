package dev.evenkeel.server.schedule;

import dev.evenkeel.calendar.Span;
import java.util.Collection;
import java.util.List;

/** Work that has its time already, whoever gave it: a placement of a timetable, an appointment. */
public interface PlacedWork {

  /**
   * One piece of work.
   *
   * @param what for people, such as {@code Shop to 11}
   * @param path of its page
   */
  record Placed(String what, String path, Collection<String> systems, Span when) {}

  /** All that meets a range. */
  List<Placed> within(Span range);
}
