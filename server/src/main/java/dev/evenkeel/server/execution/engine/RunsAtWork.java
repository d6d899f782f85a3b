package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.approval.RunsUnderWay;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.store.RunStore;
import org.springframework.stereotype.Component;

/** Tells approvals which runs are not over. */
@Component
class RunsAtWork implements RunsUnderWay {
  private final RunStore runs;

  RunsAtWork(RunStore runs) {
    this.runs = runs;
  }

  @Override
  public boolean isUnderWay(String run) {
    return runs.underWay().contains(new RunId(run));
  }
}
