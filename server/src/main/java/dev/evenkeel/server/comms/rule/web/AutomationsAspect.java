package dev.evenkeel.server.comms.rule.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The tab of an upgrade with what automations did about it. */
@Component
@Order(21)
class AutomationsAspect implements UpgradeAspect {
  static final String PATH = "automations";

  @Override
  public List<Tab> tabs() {
    return List.of(new Tab(PATH, "Automations", Phase.CARRY_OUT));
  }

  @Override
  public Look look(Upgrade upgrade) {
    return new Look(List.of(), List.of());
  }
}
