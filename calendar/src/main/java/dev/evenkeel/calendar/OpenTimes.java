package dev.evenkeel.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When one system may be changed in a range: inside a window and outside of every freeze that
 * covers it. Keeps why not, for every other time of the range.
 *
 * @param open in order; no two touch
 * @param closed every reason against, in order of time; several may hold at once
 */
public record OpenTimes(Span range, List<Span> open, List<Reason> closed) {
  public OpenTimes {
    open = List.copyOf(open);
    closed = List.copyOf(closed);
  }

  /**
   * @throws CalendarUnfit if windows or freezes come more often than can be listed
   */
  public static OpenTimes of(
      MaintenanceCalendar calendar, List<Freeze> freezes, String system, Span range) {
    List<Span> windows = calendar.open(range);
    List<Reason> closed = new ArrayList<>();
    Spans.without(List.of(range), windows)
        .forEach(span -> closed.add(new Reason.Closed(calendar.name(), span)));
    List<Span> frozen = new ArrayList<>();
    for (Freeze freeze : freezes) {
      if (freeze.scope().covers().test(system)) {
        for (Span span : freeze.frozen(range)) {
          frozen.add(span);
          closed.add(new Reason.Frozen(freeze, span));
        }
      }
    }
    closed.sort(Comparator.comparing(reason -> reason.when().from()));
    return new OpenTimes(range, Spans.without(windows, frozen), closed);
  }

  /** Whether all of a time is open. */
  public boolean allows(Span wanted) {
    return open.stream().anyMatch(span -> span.holds(wanted));
  }

  /**
   * Every freeze and every closed time that a wanted time meets; empty exactly if it is allowed.
   *
   * @throws IllegalArgumentException if it leaves the range, of which nothing else is known
   */
  public List<Reason> whyNot(Span wanted) {
    if (!range.holds(wanted)) {
      throw new IllegalArgumentException("%s is not inside of %s".formatted(wanted, range));
    }
    return closed.stream().filter(reason -> reason.when().meets(wanted)).toList();
  }
}
