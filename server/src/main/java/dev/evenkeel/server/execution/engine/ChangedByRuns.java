package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.RunId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which runs carry out which upgrade: those that change all of its systems to its version. */
@Component
class ChangedByRuns {
  private final Plans plans;

  /** What a run changed never changes itself. */
  private final Map<RunId, Changed> changed = new ConcurrentHashMap<>();

  private record Changed(Set<String> systems, Set<String> versions) {}

  ChangedByRuns(Plans plans) {
    this.plans = plans;
  }

  /** A run that tells no version may have brought them to any. */
  boolean by(RunId run, Collection<String> systems, String version) {
    Changed by = changed.computeIfAbsent(run, this::changedBy);
    return by.systems().containsAll(systems)
        && (by.versions().isEmpty() || by.versions().contains(version));
  }

  private Changed changedBy(RunId run) {
    PlannedRun planned = plans.of(run);
    return new Changed(ChangeHours.names(planned.runbook()), planned.versions());
  }
}
