package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.store.FinishedRuns;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.tasks.Proof;
import dev.evenkeel.server.tasks.ProofKind;
import dev.evenkeel.server.tasks.Proofs;
import dev.evenkeel.server.tasks.Undertaking;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Whether an upgrade was carried out: runs in production that together changed all of its systems.
 */
@Component
class RunProofs implements Proofs {
  private final FinishedRuns runs;
  private final ChangedByRuns changed;

  RunProofs(FinishedRuns runs, ChangedByRuns changed) {
    this.runs = runs;
    this.changed = changed;
  }

  @Override
  public Set<ProofKind> kinds() {
    return Set.of(ProofKind.RUN_FINISHED);
  }

  @Override
  public Optional<Proof> of(Undertaking about, ProofKind kind) {
    List<FinishedRuns.Finished> of =
        runs.since(about.madeAt()).stream()
            .filter(run ->
                changed.by(
                    run.run(),
                    run.upgrade(),
                    new UpgradeId(about.id()),
                    about.systems(),
                    about.to()))
            .toList();
    Set<String> over =
        of.stream().flatMap(run -> changed.systems(run.run()).stream()).collect(Collectors.toSet());
    return over.containsAll(about.systems())
        ? of.stream()
            .findFirst()
            .map(run ->
                new Proof(
                    "Run '%s' ended well.".formatted(run.title()),
                    run.at(),
                    "/runs/" + run.run().value()))
        : Optional.empty();
  }
}
