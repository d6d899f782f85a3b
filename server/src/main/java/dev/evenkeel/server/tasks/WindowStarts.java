package dev.evenkeel.server.tasks;

import java.time.Instant;
import java.util.Optional;

/** Whoever places upgrades in time tells here when the window of one begins. */
public interface WindowStarts {
  Optional<Instant> of(long upgrade);
}
