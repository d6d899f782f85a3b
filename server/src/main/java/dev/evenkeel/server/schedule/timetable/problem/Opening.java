package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.calendar.OpenTimes;
import dev.evenkeel.calendar.Reason;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.calendar.Spans;
import dev.evenkeel.optimiser.problem.Interval;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * When all systems of an upgrade are open: windows and freezes by themselves, so that a freeze can
 * be named as what stands in the way.
 *
 * @param windows in which all of them may be changed, freezes aside
 * @param frozen when one of them is frozen
 * @param open windows without freezes
 */
record Opening(List<Interval> windows, List<Frozen> frozen, List<Interval> open) {
  record Frozen(String id, String says, Interval when) {}

  static Opening of(List<String> systems, Function<String, OpenTimes> times, SlotGrid grid) {
    List<Span> windows = List.of(grid.range());
    List<Span> away = new ArrayList<>();
    List<Frozen> frozen = new ArrayList<>();
    Set<Frozen> known = new HashSet<>();
    for (String system : systems) {
      List<Span> closed = new ArrayList<>();
      for (Reason reason : times.apply(system).closed()) {
        if (reason instanceof Reason.Frozen freeze) {
          grid.around(freeze.when())
              .map(slots -> new Frozen(freeze.freeze().id(), freeze.freeze().toString(), slots))
              .filter(known::add)
              .ifPresent(frozen::add);
          away.add(freeze.when());
        } else {
          closed.add(reason.when());
        }
      }
      windows = Spans.without(windows, closed);
    }
    return new Opening(slots(windows, grid), frozen, slots(Spans.without(windows, away), grid));
  }

  private static List<Interval> slots(List<Span> spans, SlotGrid grid) {
    List<Interval> slots = new ArrayList<>();
    spans.forEach(span -> grid.inside(span).ifPresent(slots::add));
    return slots;
  }

  long size() {
    return open.stream().mapToLong(one -> one.to() - one.from()).sum();
  }

  /** Slots of the longest opening from a slot on. */
  int longest(int from) {
    return open.stream().mapToInt(one -> one.to() - Math.max(one.from(), from)).max().orElse(0);
  }
}
