package dev.evenkeel.server.schedule.budget.web;

import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.schedule.budget.BudgetDesk;
import dev.evenkeel.server.schedule.budget.BudgetUse;
import dev.evenkeel.server.schedule.budget.money.Spent;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is left of budgets: of all of them, and of one with its upgrades and entries. */
@Controller
@RequestMapping("/schedule/budgets")
@Needs(Right.VIEW)
class BudgetsPage {
  /** Entries that are shown; all of them are in the table to download. */
  private static final int SHOWN = 100;

  private final BudgetDesk desk;
  private final UpgradeBook upgrades;

  BudgetsPage(BudgetDesk desk, UpgradeBook upgrades) {
    this.desk = desk;
    this.upgrades = upgrades;
  }

  @GetMapping
  String all(Model model) {
    BudgetDesk.All all = desk.all();
    model.addAttribute("budgets", all.budgets());
    model.addAttribute("strays", all.strays());
    return "schedule/budgets";
  }

  @GetMapping("/{name}")
  String one(@PathVariable String name, Model model) {
    BudgetUse use = desk.get(name);
    var shown = use.spending().reversed().stream().limit(SHOWN).toList();
    model.addAttribute("use", use);
    model.addAttribute("spent", shown);
    model.addAttribute(
        "titles", upgrades.titles(shown.stream().map(Spent::upgrade).distinct().toList()));
    return "schedule/budget";
  }
}
