package dev.evenkeel.server.risk;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.reckon.Severity;
import java.time.Instant;
import java.util.Optional;

/**
 * A risk on the register.
 *
 * @param key of what Evenkeel found by itself; empty for what a person wrote
 * @param likelihood 1 to 5, people's word before the computed one
 * @param impact 1 to 5, likewise
 * @param source who found it
 * @param goneAt since when the estate does not show it any more
 */
public record Finding(
    long id,
    UpgradeId upgrade,
    Optional<String> key,
    String title,
    String detail,
    int likelihood,
    int impact,
    boolean rated,
    String source,
    Optional<String> owner,
    Optional<String> mitigation,
    FindingState state,
    Optional<String> acceptedBy,
    Instant madeAt,
    Optional<Instant> goneAt,
    long version) {

  public int score() {
    return likelihood * impact;
  }

  public Severity severity() {
    return Severity.of(likelihood, impact);
  }

  /** Whether nothing was done about it yet and it is still so. */
  public boolean isOpen() {
    return state == FindingState.OPEN && goneAt.isEmpty();
  }

  public boolean computed() {
    return key.isPresent();
  }

  /** Whether it is about somebody who was seen calling. */
  public boolean ofCaller() {
    return key.filter(text -> text.startsWith("caller:")).isPresent();
  }
}
