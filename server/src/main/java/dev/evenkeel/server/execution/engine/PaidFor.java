package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.schedule.CostGate;
import dev.evenkeel.server.shared.Obstacle;
import dev.evenkeel.server.shared.Refused;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Sees to it that a production run begins no upgrade whose money nobody has approved. A rehearsal
 * commits to nothing, and going back is never asked about.
 */
@Component
@Order(0)
class PaidFor implements StartRule {
  private final CostGate costs;

  PaidFor(CostGate costs) {
    this.costs = costs;
  }

  /**
   * @throws Refused with what is not approved
   */
  @Override
  public List<String> require(Start start) {
    if (start.kind() == RunKind.REHEARSAL) {
      return List.of();
    }
    PlannedRun run = start.planned();
    List<Obstacle> unapproved =
        start
            .upgrade()
            .map(costs::unapproved)
            .orElseGet(() -> costs.unapproved(ChangeHours.names(run.runbook()), run.versions()));
    if (!unapproved.isEmpty()) {
      throw new Refused(
              Refused.Kind.NOT_NOW,
              "%s Have them approved on the page Budget of the upgrade, then start."
                  .formatted(String.join(" ", Obstacle.sentences(unapproved))))
          .against(unapproved);
    }
    return List.of();
  }
}
