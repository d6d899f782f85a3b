package dev.evenkeel.optimiser.explain;

/**
 * Something that keeps an upgrade from a place.
 *
 * @param name of what it is: a calendar, a freeze, a resource, a group, a budget, another upgrade
 * @param says what stands in the way, and how much of it would have to give
 */
public record Obstacle(Kind kind, String name, String says) {

  /** What a timetable keeps to. */
  public enum Kind {
    RELEASE,
    WINDOW,
    FREEZE,
    RESOURCE,
    GROUP,
    SYSTEM,
    BUDGET,
    BEFORE,
    AFTER
  }
}
