package dev.evenkeel.server.inventory.advisory;

import java.time.Instant;
import java.util.Optional;

/**
 * How it went the last time an address was asked.
 *
 * @param says in words for people
 * @param taken what the file brought; empty when it was the same or could not be had
 */
public record Fetched(
    String address,
    Outcome outcome,
    Optional<Instant> at,
    String says,
    Optional<AdvisoryImport> taken) {

  /** What came of it. */
  public enum Outcome {
    NEVER,
    TAKEN,
    /** The source says that it is what was fetched before. */
    UNCHANGED,
    FAILED
  }
}
