package dev.evenkeel.server.schedule.budget.web;

import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.schedule.budget.BudgetDesk;
import dev.evenkeel.server.schedule.budget.SpendingBook;
import dev.evenkeel.server.schedule.budget.money.Spent;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is left of budgets, over HTTP. */
@RestController
@RequestMapping("/api/schedule")
@Needs(Right.VIEW)
class BudgetsApi {
  private final BudgetDesk desk;
  private final SpendingBook spending;
  private final UpgradeBook upgrades;

  BudgetsApi(BudgetDesk desk, SpendingBook spending, UpgradeBook upgrades) {
    this.desk = desk;
    this.spending = spending;
    this.upgrades = upgrades;
  }

  @GetMapping("/budgets")
  List<MoneyViews.Budget> all() {
    return desk.all().budgets().stream().map(MoneyViews.Budget::of).toList();
  }

  @GetMapping("/budgets/{name}")
  MoneyViews.Budget one(@PathVariable String name) {
    return MoneyViews.Budget.of(desk.get(name));
  }

  /** What was spent out of a budget, as a table. */
  @GetMapping("/budgets/{name}/spending.csv")
  void table(@PathVariable String name, HttpServletResponse response) throws IOException {
    var use = desk.get(name);
    send("spending-of-" + use.budget().name(), use.spending(), response);
  }

  /** All that was spent, as a table. */
  @GetMapping("/spending.csv")
  void table(HttpServletResponse response) throws IOException {
    send("spending", spending.all(), response);
  }

  private void send(String name, List<Spent> entries, HttpServletResponse response)
      throws IOException {
    SpendingCsv.send(
        name,
        entries,
        upgrades.titles(entries.stream().map(Spent::upgrade).distinct().toList()),
        response);
  }
}
