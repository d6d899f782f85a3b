package dev.evenkeel.server.execution.store;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.StepKey;
import dev.evenkeel.server.execution.machine.StepState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The steps of the runs seen last, so that a decision need not read a thousand rows. They belong to
 * one version of the run; whoever finds another version in the database reads anew.
 */
final class RecentSteps {
  private static final int KEPT = 50;

  private record Versioned(long version, Map<StepKey, StepState> steps) {}

  private final Map<RunId, Versioned> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<RunId, Versioned> eldest) {
          return size() > KEPT;
        }
      };

  synchronized Optional<Map<StepKey, StepState>> of(RunId run, long version) {
    return Optional.ofNullable(kept.get(run))
        .filter(found -> found.version() == version)
        .map(Versioned::steps);
  }

  synchronized void keep(RunId run, long version, Map<StepKey, StepState> steps) {
    kept.put(run, new Versioned(version, steps));
  }

  /** What a transaction wrote is kept only once it has been committed. */
  void keepAfterCommit(RunId run, long version, Map<StepKey, StepState> steps) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              keep(run, version, steps);
            }
          });
    }
  }
}
