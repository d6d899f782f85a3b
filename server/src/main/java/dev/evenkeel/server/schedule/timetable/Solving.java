package dev.evenkeel.server.schedule.timetable;

/**
 * How far the making of a timetable is.
 *
 * <pre>
 * WAITING --its turn--> RUNNING --time over, or proven best--> ENDED
 *                               --somebody stops it-----------> STOPPED
 *                               --the server goes away--------> CUT_OFF
 *                               --it cannot be----------------> BROKEN
 * </pre>
 */
public enum Solving {
  WAITING,
  RUNNING,
  ENDED,
  STOPPED,
  CUT_OFF,
  BROKEN;

  public boolean goesOn() {
    return this == WAITING || this == RUNNING;
  }
}
