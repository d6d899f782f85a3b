package dev.evenkeel.server.schedule.web.conflict;

import dev.evenkeel.calendar.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Work that has its time: a placement, an appointment of a run, an upgrade with a day of go-live.
 *
 * @param path of its page
 * @param upgrade its number, if it is one
 * @param owner name of the person who answers for it
 * @param when in which it happens
 * @param length how long it takes; less than the time when only the day is known
 * @param after numbers of upgrades that come first
 */
public record Work(
    String what,
    String path,
    Optional<Long> upgrade,
    Optional<String> owner,
    List<String> systems,
    Span when,
    Duration length,
    List<Long> after) {
  public Work {
    systems = List.copyOf(systems);
    after = List.copyOf(after);
  }

  /** Whether its time is known, and not only its day. */
  public boolean isExact() {
    return length.compareTo(when.length()) >= 0;
  }

  /**
   * Whether this is an upgrade, and the other the run that does it: it changes nothing else, and
   * begins in its time. A run knows systems and no upgrade.
   */
  boolean isCarriedOutBy(Work run) {
    return upgrade.isPresent()
        && run.upgrade().isEmpty()
        && systems.containsAll(run.systems())
        && !run.when().from().isBefore(when.from())
        && run.when().from().isBefore(when.to());
  }
}
