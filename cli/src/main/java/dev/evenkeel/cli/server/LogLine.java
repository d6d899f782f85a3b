package dev.evenkeel.cli.server;

import java.time.Instant;
import java.util.Optional;

/** A line of a run's log (C90). */
public record LogLine(
    long seq, Instant at, String actor, String what, Optional<String> step, String says) {

  /** The word the server logs when a rehearsal is through and turns round. */
  private static final String TURNED = "rehearsal-turned";

  /** Whether a rehearsal has gone all the way forward here. */
  public boolean turned() {
    return what.equals(TURNED);
  }
}
