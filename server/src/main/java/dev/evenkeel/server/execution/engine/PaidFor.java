package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.schedule.CostGate;
import dev.evenkeel.server.shared.Refused;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Sees to it that a production run begins no upgrade whose money nobody has approved (C36). A
 * rehearsal commits to nothing, and going back is never asked about.
 */
@Component
class PaidFor {
  private final CostGate costs;

  PaidFor(CostGate costs) {
    this.costs = costs;
  }

  /**
   * @throws Refused with what is not approved
   */
  void require(PlannedRun run, RunKind kind) {
    if (kind == RunKind.REHEARSAL) {
      return;
    }
    List<String> unapproved =
        costs.unapproved(ChangeHours.names(run.runbook()), run.versions()).stream()
            .map("Costs of %s."::formatted)
            .toList();
    if (!unapproved.isEmpty()) {
      throw new Refused(
              Refused.Kind.NOT_NOW,
              "%s Have them approved on the page Budget of the upgrade, then start."
                  .formatted(String.join(" ", unapproved)))
          .with("reasons", unapproved);
    }
  }
}
