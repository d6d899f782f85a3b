package dev.evenkeel.server.execution;

import java.time.Instant;
import java.util.Optional;

/** Tells whether it is proven that what a run changed is well. */
public interface RunHealth {

  /**
   * @param says what proves it, or what is missing, as a sentence
   * @param endedAt when the run was over; empty while it is not
   */
  record Proof(boolean proven, String says, Optional<Instant> endedAt) {}

  Proof of(RunId run);
}
