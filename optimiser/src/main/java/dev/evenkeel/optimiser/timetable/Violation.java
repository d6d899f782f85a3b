package dev.evenkeel.optimiser.timetable;

/** A rule that a timetable breaks, in a sentence. */
public record Violation(Rule rule, String text) {

  /** What a timetable keeps to. */
  public enum Rule {
    UNKNOWN,
    TWICE,
    HORIZON,
    RELEASE,
    WINDOW,
    FREEZE,
    CAPACITY,
    GROUP,
    SAME_SYSTEM,
    BUDGET,
    PRECEDENCE
  }
}
