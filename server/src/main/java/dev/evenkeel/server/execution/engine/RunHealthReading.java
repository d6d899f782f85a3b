package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.RunHealth;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.ProofOfHealth;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredRun;
import org.springframework.stereotype.Component;

/** Reads from the state of a run whether its end proves that all is well. */
@Component
class RunHealthReading implements RunHealth {
  private final RunStore runs;
  private final Plans plans;

  RunHealthReading(RunStore runs, Plans plans) {
    this.runs = runs;
    this.plans = plans;
  }

  @Override
  public Proof of(RunId id) {
    StoredRun run = runs.get(id);
    ProofOfHealth proof = ProofOfHealth.of(plans.of(run).plan(), run.state());
    return new Proof(
        proof.proven(),
        proof.says(),
        run.state().endedAt().filter(_ -> run.state().status().ended()));
  }
}
