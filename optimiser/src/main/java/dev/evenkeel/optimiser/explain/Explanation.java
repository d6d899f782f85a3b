package dev.evenkeel.optimiser.explain;

import java.util.List;
import java.util.Optional;

/**
 * Why an upgrade stands where it does, or has no place.
 *
 * @param here where it stands; empty when it is deferred
 * @param total what that comes to, or its penalty when it is deferred
 * @param hindered better places, and what keeps it from each; fewest obstacles first
 * @param concessions what would have to give for a better place: one rule alone first, then two at
 *     once; of each the least first
 * @param next where else it could stand with nothing else moved, the cheapest first; at most one
 *     for each mode and window
 */
public record Explanation(
    String upgrade,
    Optional<Place> here,
    long total,
    List<Hindered> hindered,
    List<Concession> concessions,
    List<Place> next) {
  public Explanation {
    hindered = List.copyOf(hindered);
    concessions = List.copyOf(concessions);
    next = List.copyOf(next);
  }

  /**
   * A place that would be better.
   *
   * @param saves what the objective would be less
   * @param obstacles all that keep it from there
   */
  public record Hindered(Place place, long saves, List<Obstacle> obstacles) {
    public Hindered {
      obstacles = List.copyOf(obstacles);
    }
  }
}
