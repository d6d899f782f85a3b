package dev.evenkeel.server.evidence.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last tab of an upgrade. */
@Component
@Order
class HistoryAspect implements UpgradeAspect {
  @Override
  public List<Tab> tabs() {
    return List.of(new Tab("history", "History", Phase.LOOK_BACK));
  }

  @Override
  public Look look(Upgrade upgrade) {
    return new Look(List.of(), List.of());
  }
}
