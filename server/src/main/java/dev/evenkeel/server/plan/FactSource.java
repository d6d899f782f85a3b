package dev.evenkeel.server.plan;

import dev.evenkeel.server.tasks.Proofs;
import java.util.stream.Stream;

/**
 * Whoever knows what happened to upgrades tells it here, for their timeline and their lifecycle.
 * What closes tasks is told by {@link Proofs} and need not be told again.
 */
public interface FactSource {
  Stream<Fact> of(Upgrade upgrade);

  /** Whether the stage of an upgrade may follow from it; what only happened is asked less often. */
  default boolean movesOn() {
    return true;
  }
}
