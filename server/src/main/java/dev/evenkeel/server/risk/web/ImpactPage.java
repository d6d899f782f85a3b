package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeFrame;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.RiskDesk;
import dev.evenkeel.server.risk.SheetBook;
import dev.evenkeel.server.risk.SheetKind;
import dev.evenkeel.server.risk.reckon.DowntimeCost;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Who is hit while the systems of an upgrade are away, and what an hour of that costs. */
@Controller
@Needs(Right.VIEW)
class ImpactPage {
  private static final int ROWS = 60;
  private static final int MOST = 10_000;

  private final UpgradeBook upgrades;
  private final UpgradeFrame frame;
  private final RiskDesk desk;
  private final SheetBook sheets;

  ImpactPage(UpgradeBook upgrades, UpgradeFrame frame, RiskDesk desk, SheetBook sheets) {
    this.upgrades = upgrades;
    this.frame = frame;
    this.desk = desk;
    this.sheets = sheets;
  }

  @GetMapping("/upgrades/{id}/impact")
  String page(@PathVariable UpgradeId id, Model model) {
    Upgrade upgrade = upgrades.get(id);
    frame.around(upgrade, "impact", model);
    model.addAttribute("blast", desk.blast(upgrade));
    model.addAttribute("rows", ROWS);
    model.addAttribute("stakeholders", desk.stakeholders(upgrade));
    model.addAttribute("currency", currency(id));
    desk.cost(upgrade).ifPresent(cost -> model.addAttribute("cost", cost));
    return "risk/impact";
  }

  @GetMapping("/api/upgrades/{id}/impact")
  @ResponseBody
  ImpactView view(@PathVariable UpgradeId id, @RequestParam(defaultValue = "1000") int limit) {
    Upgrade upgrade = upgrades.get(id);
    return ImpactView.of(
        upgrade.terms().title(),
        desk.map(),
        desk.blast(upgrade),
        desk.cost(upgrade).map(DowntimeCost::perHour),
        currency(id),
        Math.clamp(limit, 0, MOST));
  }

  private String currency(UpgradeId id) {
    return sheets.get(id, SheetKind.COST).sheet().currency();
  }
}
