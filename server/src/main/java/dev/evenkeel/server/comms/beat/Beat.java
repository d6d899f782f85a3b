package dev.evenkeel.server.comms.beat;

import java.time.Instant;

/**
 * A word while a run was under way, or that none came.
 *
 * @param by who wrote it
 */
public record Beat(Kind kind, Instant at, String by, String says) {

  /** Names are stored, so they never change. */
  public enum Kind {
    PERSON,
    /** Nobody wrote in time, so that Evenkeel said what was measured. */
    MACHINE,
    /** For an hour nothing was said at all. */
    ALARM
  }

  /** Whether people heard anything by it. */
  public boolean isHeard() {
    return kind != Kind.ALARM;
  }
}
