package dev.evenkeel.server.risk;

import dev.evenkeel.server.plan.Gate;
import dev.evenkeel.server.plan.GateObjection;
import dev.evenkeel.server.plan.Upgrade;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says in the go-live checklist what the risk audit lacks, and not only that it is not over. */
@Component
@Order(10)
class AuditObjection implements GateObjection {
  private final RiskDesk desk;

  AuditObjection(RiskDesk desk) {
    this.desk = desk;
  }

  @Override
  public Optional<Objection> against(Upgrade upgrade, Gate gate) {
    return gate == Gate.RISK_AUDIT
        ? Optional.of(desk.auditState(upgrade).missing())
            .filter(missing -> !missing.isEmpty())
            .map(missing ->
                new Objection(
                    String.join(" ", missing), "/upgrades/%s/audit".formatted(upgrade.id())))
        : Optional.empty();
  }
}
