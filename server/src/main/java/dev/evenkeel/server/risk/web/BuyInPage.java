package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeFrame;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.RiskDesk;
import dev.evenkeel.server.risk.SheetBook;
import dev.evenkeel.server.risk.SheetKind;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The sheet for stakeholders, to print: what testing costs, and what downtime costs. */
@Controller
@Needs(Right.VIEW)
class BuyInPage {
  private final UpgradeBook upgrades;
  private final UpgradeFrame frame;
  private final RiskDesk desk;
  private final SheetBook sheets;

  BuyInPage(UpgradeBook upgrades, UpgradeFrame frame, RiskDesk desk, SheetBook sheets) {
    this.upgrades = upgrades;
    this.frame = frame;
    this.desk = desk;
    this.sheets = sheets;
  }

  @GetMapping("/upgrades/{id}/sheet")
  String page(@PathVariable UpgradeId id, Model model) {
    Upgrade upgrade = upgrades.get(id);
    frame.around(upgrade, "sheet", model);
    model.addAttribute("today", desk.today());
    model.addAttribute("kept", sheets.get(id, SheetKind.COST));
    model.addAttribute("sheet", sheets.get(id, SheetKind.COST).sheet());
    desk.cost(upgrade).ifPresent(cost -> model.addAttribute("cost", cost));
    desk.testLonger(upgrade).ifPresent(rule -> model.addAttribute("rule", rule));
    model.addAttribute("around", desk.surroundings(upgrade));
    return "risk/sheet";
  }
}
