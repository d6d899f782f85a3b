package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.store.FinishedRuns;
import dev.evenkeel.server.plan.Upgrade;
import java.util.List;
import org.springframework.stereotype.Component;

/** The runs that were made for an upgrade, or that change what it changes. */
@Component
public class RunsOfUpgrade {
  private final FinishedRuns runs;
  private final ChangedByRuns changed;

  RunsOfUpgrade(FinishedRuns runs, ChangedByRuns changed) {
    this.runs = runs;
    this.changed = changed;
  }

  /** The newest first. */
  public List<FinishedRuns.Course> of(Upgrade upgrade) {
    return runs.allSince(upgrade.madeAt()).stream()
        .filter(run -> changed.by(run.run(), run.upgrade(), upgrade))
        .toList();
  }
}
