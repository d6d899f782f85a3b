package dev.evenkeel.server.execution.upgrades;

import dev.evenkeel.server.approval.RunbookTexts;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredRun;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The texts that runs were taken in with. */
@Component
class TextsOfRunbooks implements RunbookTexts {
  private final RunStore runs;

  TextsOfRunbooks(RunStore runs) {
    this.runs = runs;
  }

  @Override
  public Optional<Kept> of(String digest) {
    return runs.newestWith(digest).map(TextsOfRunbooks::kept);
  }

  @Override
  public Optional<Kept> newest(String name) {
    return runs.newestNamed(name).map(TextsOfRunbooks::kept);
  }

  private static Kept kept(StoredRun run) {
    return new Kept(run.name(), run.digest(), run.runbook());
  }
}
