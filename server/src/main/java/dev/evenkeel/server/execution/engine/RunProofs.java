package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.store.FinishedRuns;
import dev.evenkeel.server.tasks.Proof;
import dev.evenkeel.server.tasks.ProofKind;
import dev.evenkeel.server.tasks.Proofs;
import dev.evenkeel.server.tasks.Undertaking;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether an upgrade was carried out: a run in production that changed all of its systems. */
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
    return runs.since(about.madeAt()).stream()
        .filter(run -> changed.by(run.run(), about.systems(), about.to()))
        .findFirst()
        .map(run ->
            new Proof(
                "Run '%s' ended well.".formatted(run.title()),
                run.at(),
                "/runs/" + run.run().value()));
  }
}
