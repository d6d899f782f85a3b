package dev.evenkeel.server.schedule.timetable;

/**
 * Where a timetable stands.
 *
 * <pre>
 * DRAFT --agreed on--> AGREED --another is agreed on--> SUPERSEDED
 * </pre>
 */
public enum TimetableState {
  DRAFT,
  /** It is the plan. There is one at most. */
  AGREED,
  SUPERSEDED
}
