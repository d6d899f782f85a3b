package dev.evenkeel.optimiser.problem;

import java.util.List;

/**
 * When systems may be worked on.
 *
 * @param open maintenance windows, in order; an upgrade lies inside one of them as a whole
 */
public record Calendar(String id, List<Interval> open) {
  public Calendar {
    open = List.copyOf(open);
  }
}
