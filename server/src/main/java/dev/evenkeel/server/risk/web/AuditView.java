package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect.Phase;
import dev.evenkeel.server.risk.Kept;
import dev.evenkeel.server.risk.RiskDesk;
import dev.evenkeel.server.risk.SheetKind;
import dev.evenkeel.server.risk.reckon.AuditRule;
import dev.evenkeel.server.risk.reckon.AuditSheet;
import dev.evenkeel.server.risk.reckon.AuditState;
import dev.evenkeel.server.shared.Typed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The audit. */
@Component
@Order(1)
class AuditView implements SheetView<AuditSheet> {
  private final RiskDesk desk;

  AuditView(RiskDesk desk) {
    this.desk = desk;
  }

  @Override
  public SheetKind<AuditSheet> kind() {
    return SheetKind.AUDIT;
  }

  @Override
  public String label() {
    return "Risk audit";
  }

  @Override
  public Phase phase() {
    return Phase.WHY;
  }

  @Override
  public AuditSheet read(Typed typed, Kept<AuditSheet> before, Edit edit) {
    var sheet =
        new AuditSheet(
            typed.words("owner", Reads.LINE),
            typed.day("first"),
            typed.day("last"),
            typed.day("doneOn"),
            typed.words("evidence", Reads.TEXT));
    if (sheet.first().isPresent()
        && sheet.last().isPresent()
        && sheet.last().get().isBefore(sheet.first().get())) {
      typed.wrong("last", "It ends before it begins. Put the later day here.");
    }
    if (sheet.doneOn().isPresent() && sheet.evidence().isEmpty()) {
      typed.wrong("evidence", "Done needs evidence. Say what it found, or where that stands.");
    }
    if (sheet.doneOn().isPresent() && sheet.owner().isEmpty()) {
      typed.wrong("owner", "Done needs somebody who answers for it.");
    }
    if (sheet.doneOn().filter(desk.today()::isBefore).isPresent()) {
      typed.wrong("doneOn", "That day is still to come. Say so when it is done.");
    }
    return sheet;
  }

  @Override
  public Map<String, Object> computed(Upgrade upgrade, AuditSheet sheet) {
    Map<String, Object> computed = new LinkedHashMap<>();
    AuditRule.Length length = desk.auditLength(upgrade);
    computed.put("length", length);
    computed.put("state", AuditState.of(sheet, length, upgrade.terms().goLive(), desk.today()));
    upgrade
        .terms()
        .goLive()
        .ifPresent(day -> {
          computed.put("lastEnd", AuditRule.lastEnd(day));
          computed.put("lastStart", AuditRule.lastStart(day, length.days()));
        });
    return computed;
  }
}
