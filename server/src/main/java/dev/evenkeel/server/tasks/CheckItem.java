package dev.evenkeel.server.tasks;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a checklist.
 *
 * @param by who ticked it; empty while it is open
 */
public record CheckItem(String text, Optional<String> by, Optional<Instant> at) {
  public boolean ticked() {
    return by.isPresent();
  }
}
