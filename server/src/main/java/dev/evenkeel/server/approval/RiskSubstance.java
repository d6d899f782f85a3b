package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.binding.Field;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.risk.Finding;
import dev.evenkeel.server.risk.RiskRegister;
import dev.evenkeel.server.risk.reckon.Severity;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How bad the risks are that are open. */
@Component
class RiskSubstance implements Substance {
  private final RiskRegister register;

  RiskSubstance(RiskRegister register) {
    this.register = register;
  }

  @Override
  public Map<String, String> of(Upgrade upgrade) {
    List<Finding> open = register.of(upgrade.id()).stream().filter(Finding::isOpen).toList();
    return Map.of(
        Field.RISK_WORST.key(),
        Integer.toString(open.stream().mapToInt(Finding::score).max().orElse(0)),
        Field.RISK_HIGH.key(),
        Long.toString(open.stream().filter(one -> one.severity() == Severity.HIGH).count()));
  }
}
