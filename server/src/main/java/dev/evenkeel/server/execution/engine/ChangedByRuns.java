package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Which runs carry out which upgrade: those that were made for it. A run of which nobody said it is
 * of those all of whose systems it changes to their version.
 */
@Component
class ChangedByRuns {
  private final Plans plans;

  /** What a run changed never changes itself. */
  private final Map<RunId, Changed> changed = new ConcurrentHashMap<>();

  private record Changed(Set<String> systems, Set<String> versions) {}

  ChangedByRuns(Plans plans) {
    this.plans = plans;
  }

  boolean by(RunId run, Optional<UpgradeId> madeFor, Upgrade upgrade) {
    return by(run, madeFor, upgrade.id(), upgrade.terms().systems(), upgrade.terms().to());
  }

  /** A run that tells no version may have brought them to any. */
  boolean by(
      RunId run,
      Optional<UpgradeId> madeFor,
      UpgradeId upgrade,
      Collection<String> systems,
      String version) {
    if (madeFor.isPresent()) {
      return madeFor.get().equals(upgrade);
    }
    Changed by = of(run);
    return by.systems().containsAll(systems)
        && (by.versions().isEmpty() || by.versions().contains(version));
  }

  /** Names of the systems and targets that a run changes. */
  Set<String> systems(RunId run) {
    return of(run).systems();
  }

  private Changed of(RunId run) {
    return changed.computeIfAbsent(run, this::changedBy);
  }

  private Changed changedBy(RunId run) {
    PlannedRun planned = plans.of(run);
    return new Changed(ChangeHours.names(planned.runbook()), planned.versions());
  }
}
