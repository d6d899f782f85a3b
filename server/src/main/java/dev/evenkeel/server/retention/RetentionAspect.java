package dev.evenkeel.server.retention;

import dev.evenkeel.server.plan.Gate;
import dev.evenkeel.server.plan.GateObjection;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** That an upgrade is held, and that its data would be where they may not be. */
@Component
@Order(95)
class RetentionAspect implements UpgradeAspect, GateObjection {
  private final RetentionDesk desk;
  private final ResidencyDesk residency;

  RetentionAspect(RetentionDesk desk, ResidencyDesk residency) {
    this.desk = desk;
    this.residency = residency;
  }

  @Override
  public List<Tab> tabs() {
    return List.of();
  }

  @Override
  public Look look(Upgrade upgrade) {
    return new Look(
        desk.hold(upgrade.id()).stream()
            .map(hold ->
                new Answer(
                    "Legal hold",
                    "Nothing of it is deleted",
                    "%s: %s".formatted(hold.by().name(), hold.why()),
                    "warn",
                    "history"))
            .toList(),
        residency.violations(upgrade).stream()
            .map(one ->
                new Blocker(one, "Move it, or have the rule changed under Settings.", "rollout"))
            .toList());
  }

  @Override
  public Optional<Objection> against(Upgrade upgrade, Gate gate) {
    return gate == Gate.RISK_AUDIT
        ? residency.violations(upgrade).stream()
            .findFirst()
            .map(one -> new Objection(one, "/upgrades/%s/rollout".formatted(upgrade.id())))
        : Optional.empty();
  }
}
