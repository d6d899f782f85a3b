package dev.evenkeel.server.plan;

import dev.evenkeel.server.tasks.Proofs;
import java.util.stream.Stream;

/**
 * Whoever knows what happened to upgrades tells it here, for their timeline and their lifecycle.
 * What closes tasks is told by {@link Proofs} and need not be told again.
 */
public interface FactSource {
  Stream<Fact> of(Upgrade upgrade);

  /**
   * At least those of them by which a lifecycle is told, {@link Lifecycle#TELLING}. Whoever knows
   * none of these has nothing to look for: where many upgrades stand is asked at once.
   */
  default Stream<Fact> ofTheWay(Upgrade upgrade) {
    return of(upgrade);
  }
}
