package dev.evenkeel.server.execution.upgrades;

import dev.evenkeel.server.approval.ApprovalBook;
import dev.evenkeel.server.approval.Substance;
import dev.evenkeel.server.approval.binding.Field;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.plan.Upgrade;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The runbook of an upgrade: that of the run that was taken in for it last and waits to be started,
 * else of the newest run or rehearsal that was made for it.
 */
@Component
class RunbookSubstance implements Substance {
  private final RunStore runs;

  RunbookSubstance(RunStore runs) {
    this.runs = runs;
  }

  @Override
  public Map<String, String> of(Upgrade upgrade) {
    Map<String, String> fields = new HashMap<>();
    runs.newestOf(upgrade.id()).ifPresent(run -> tell(run, fields));
    return fields;
  }

  private static void tell(StoredRun run, Map<String, String> fields) {
    fields.put(Field.RUNBOOK.key(), run.name());
    fields.put(Field.RUNBOOK_DIGEST.key(), run.digest());
    fields.put(Field.RUNBOOK_INPUTS.key(), ApprovalBook.inputs(run.inputs()));
  }

  @Override
  public Optional<String> changedBy(Upgrade upgrade, Field field) {
    return switch (field) {
      case RUNBOOK, RUNBOOK_DIGEST, RUNBOOK_INPUTS ->
          runs.newestOf(upgrade.id()).map(StoredRun::createdBy);
      default -> Optional.empty();
    };
  }
}
