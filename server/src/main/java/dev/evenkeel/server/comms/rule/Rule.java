package dev.evenkeel.server.comms.rule;

import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * A rule as it is kept.
 *
 * @param stopped why Evenkeel stopped it
 * @param since only rows of the trail with a greater number count
 * @param author who wrote its terms as they are, and in whose name it starts runs
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
    String changedBy,
    Actor author,
    Instant authoredAt) {

  /** The same as if it were on and had always been. */
  Rule tried() {
    return new Rule(
        id,
        terms,
        true,
        Optional.empty(),
        0,
        template,
        version,
        changedAt,
        changedBy,
        author,
        authoredAt);
  }
}
