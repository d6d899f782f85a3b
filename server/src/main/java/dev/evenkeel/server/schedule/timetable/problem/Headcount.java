package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.server.schedule.timetable.problem.Surroundings.People;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Counts people who come and go. */
final class Headcount {
  private final TreeMap<Instant, Long> changes = new TreeMap<>();

  void add(Span span, long people) {
    changes.merge(span.from(), people, Long::sum);
    changes.merge(span.to(), -people, Long::sum);
  }

  /** How many there are when, in order; times at which there is nobody are left out. */
  List<People> sums() {
    List<People> sums = new ArrayList<>();
    long now = 0;
    Instant since = null;
    for (var change : changes.entrySet()) {
      if (change.getValue() != 0) {
        if (since != null && now > 0) {
          sums.add(new People(new Span(since, change.getKey()), now));
        }
        since = change.getKey();
        now += change.getValue();
      }
    }
    return sums;
  }
}
