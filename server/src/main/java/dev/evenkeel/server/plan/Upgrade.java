package dev.evenkeel.server.plan;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.time.Instant;
import java.util.Locale;

/**
 * The record of an upgrade, on which everything else hangs.
 *
 * @param version counts the edits, from 1
 */
public record Upgrade(
    UpgradeId id,
    Terms terms,
    UpgradeState state,
    Actor madeBy,
    Instant madeAt,
    Actor changedBy,
    Instant changedAt,
    long version) {

  /** Nothing is planned of it any more, until somebody opens it again. */
  public boolean isOver() {
    return state != UpgradeState.OPEN;
  }

  /** For whoever wants to change it although it is over. */
  public Refused refused() {
    return new Refused(
        Refused.Kind.NOT_NOW,
        "Upgrade %s is %s. Open it again on its page first."
            .formatted(id, state.name().toLowerCase(Locale.ROOT)));
  }
}
