package dev.evenkeel.server.comms.rule;

import java.time.Instant;
import java.util.Optional;

/**
 * A rule as it is kept.
 *
 * @param stopped why Evenkeel stopped it
 * @param since only rows of the trail with a greater number count
 * @param template whose automation it is, such as {@code minimise-downtime/window-scheduled}
 */
public record Rule(
    long id,
    RuleTerms terms,
    boolean on,
    Optional<String> stopped,
    long since,
    Optional<String> template,
    long version,
    Instant changedAt,
    String changedBy) {

  /** The same as if it were on and had always been. */
  Rule tried() {
    return new Rule(id, terms, true, Optional.empty(), 0, template, version, changedAt, changedBy);
  }
}
