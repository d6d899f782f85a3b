package dev.evenkeel.estate;

import dev.evenkeel.calendar.Recurrence;
import dev.evenkeel.calendar.WrittenTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Times that a wall clock shows, once or again and again: a window, when a freeze holds, a shift.
 * The words of all of them are the same.
 */
public sealed interface WallTimes permits ChangeWindow, FreezeTimes, Shift {

  String start();

  Optional<String> end();

  Optional<String> lasts();

  Optional<String> rule();

  List<String> except();

  List<String> also();

  /** The zone of the clock, if it is said here. */
  Optional<ZoneId> timeZone();

  /**
   * What it says, read. Of a document that was found well it always can be.
   *
   * @param usual the zone where none is said here
   * @throws dev.evenkeel.calendar.CalendarUnfit with all that is wrong
   */
  default Recurrence in(ZoneId usual) {
    return new WrittenTime(
            timeZone().orElse(usual).getId(), start(), end(), lasts(), rule(), except(), also())
        .read("times");
  }
}
