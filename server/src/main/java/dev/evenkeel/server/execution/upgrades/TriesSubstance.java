package dev.evenkeel.server.execution.upgrades;

import dev.evenkeel.server.approval.Substance;
import dev.evenkeel.server.approval.binding.Field;
import dev.evenkeel.server.execution.store.FinishedRuns;
import dev.evenkeel.server.plan.Upgrade;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often the upgrade went back or was broken off in production. Whoever agrees to one more try
 * knows of those before: an agreement given earlier does not cover it.
 */
@Component
class TriesSubstance implements Substance {
  private final FinishedRuns runs;

  TriesSubstance(FinishedRuns runs) {
    this.runs = runs;
  }

  @Override
  public Map<String, String> of(Upgrade upgrade) {
    int tries = runs.triedInVain(upgrade.id());
    return tries == 0 ? Map.of() : Map.of(Field.TRIES.key(), Integer.toString(tries));
  }
}
