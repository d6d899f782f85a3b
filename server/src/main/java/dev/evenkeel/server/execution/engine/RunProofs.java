package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.store.FinishedRuns;
import dev.evenkeel.server.tasks.Proof;
import dev.evenkeel.server.tasks.ProofKind;
import dev.evenkeel.server.tasks.Proofs;
import dev.evenkeel.server.tasks.Undertaking;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Whether an upgrade was carried out: a run in production that changed all of its systems. */
@Component
class RunProofs implements Proofs {
  private final FinishedRuns runs;
  private final Plans plans;

  /** What a run changed never changes itself. */
  private final Map<RunId, Changed> changed = new ConcurrentHashMap<>();

  private record Changed(Set<String> systems, Set<String> versions) {}

  RunProofs(FinishedRuns runs, Plans plans) {
    this.runs = runs;
    this.plans = plans;
  }

  @Override
  public Set<ProofKind> kinds() {
    return Set.of(ProofKind.RUN_FINISHED);
  }

  @Override
  public Optional<Proof> of(Undertaking about, ProofKind kind) {
    return runs.since(about.madeAt()).stream()
        .filter(run -> isOf(run, about))
        .findFirst()
        .map(run ->
            new Proof(
                "Run '%s' ended well.".formatted(run.title()),
                run.at(),
                "/runs/" + run.run().value()));
  }

  private boolean isOf(FinishedRuns.Finished run, Undertaking about) {
    Changed by = changed.computeIfAbsent(run.run(), this::changedBy);
    return by.systems().containsAll(about.systems())
        && (by.versions().isEmpty() || by.versions().contains(about.to()));
  }

  private Changed changedBy(RunId run) {
    PlannedRun planned = plans.of(run);
    return new Changed(ChangeHours.names(planned.runbook()), planned.versions());
  }
}
