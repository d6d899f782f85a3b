package dev.evenkeel.server.tasks;

import java.time.Instant;
import java.util.Optional;

/** How the tasks of an upgrade stand. */
public record TaskStanding(
    long upgrade, int open, int overdue, int done, int skipped, Optional<Instant> next) {
  public int all() {
    return open + done + skipped;
  }

  public int percent() {
    return all() == 0 ? 0 : (done + skipped) * 100 / all();
  }
}
