package dev.evenkeel.server.risk;

import dev.evenkeel.server.plan.UpgradeId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Upgrades whose risks wait to be computed again, each once. What somebody has just edited comes
 * before what changed around it. There is at most one worker, so nothing is computed twice at once.
 */
final class Wanted {
  private final SequencedSet<UpgradeId> edited = new LinkedHashSet<>();
  private final SequencedSet<UpgradeId> others = new LinkedHashSet<>();
  private boolean working;

  /**
   * @return whether a worker must be sent, as there is none
   */
  synchronized boolean edited(UpgradeId upgrade) {
    edited.add(upgrade);
    return send();
  }

  /** The same of many. */
  synchronized boolean others(Collection<UpgradeId> upgrades) {
    others.addAll(upgrades);
    return send();
  }

  private boolean send() {
    boolean send = !working && !(edited.isEmpty() && others.isEmpty());
    working |= send;
    return send;
  }

  /**
   * What the worker does next. Wanted once more meanwhile, it comes again.
   *
   * @return empty when the worker may go
   */
  synchronized Optional<UpgradeId> next() {
    SequencedSet<UpgradeId> from = edited.isEmpty() ? others : edited;
    if (from.isEmpty()) {
      working = false;
      return Optional.empty();
    }
    UpgradeId next = from.removeFirst();
    others.remove(next);
    return Optional.of(next);
  }

  synchronized boolean isNothing() {
    return !working && edited.isEmpty() && others.isEmpty();
  }

  /** The worker could not be sent, or went away. */
  synchronized void nobodyWorks() {
    working = false;
  }
}
