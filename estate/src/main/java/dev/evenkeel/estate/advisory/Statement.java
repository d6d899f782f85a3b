package dev.evenkeel.estate.advisory;

import dev.evenkeel.estate.version.VersionScheme;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody who knows a product says of a vulnerability in it (VEX). Counts more than ranges,
 * for the versions it names.
 *
 * @param keys under any of which a system may be the product, see {@link Keys}
 * @param label of the product, for people
 * @param because why it is so, in the source's words
 * @param by who said it
 * @param at when
 */
public record Statement(
    Status status,
    List<String> keys,
    String label,
    VersionScheme scheme,
    Versions versions,
    Optional<String> because,
    String by,
    Optional<Instant> at) {

  /** The most cautious first. */
  public enum Status {
    UNDER_INVESTIGATION,
    FIXED,
    NOT_AFFECTED
  }

  public Statement {
    keys = List.copyOf(keys);
  }
}
