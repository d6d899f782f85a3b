package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the runs of an upgrade among its pages. */
@Component
@Order(15)
class RunsAspect implements UpgradeAspect {
  static final String PATH = "runs";

  @Override
  public List<Tab> tabs() {
    return List.of(new Tab(PATH, "Runs", Phase.CARRY_OUT));
  }

  @Override
  public Look look(Upgrade upgrade) {
    return new Look(List.of(), List.of());
  }
}
