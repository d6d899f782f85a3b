package dev.evenkeel.server.tasks;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Whoever places upgrades in time tells here when the window of one begins. */
public interface WindowStarts {
  Optional<Instant> of(long upgrade);

  /** Of all upgrades whose windows begin after one moment and before another, by number. */
  Map<Long, Instant> between(Instant from, Instant until);
}
