package dev.evenkeel.server.execution.machine;

/**
 * What a person has seen and lets the run go on with. A verdict is accepted until it changes: what
 * gets worse, or comes again, is to be decided anew.
 */
public enum Accepted {
  /** A warning that lasts. */
  WARNING,
  /** A breach behind a point of no return, where there is no going back. */
  BREACH,
  /** That the last safe moment has passed, behind a point of no return. */
  LAST_SAFE_MOMENT
}
