package dev.evenkeel.server.schedule.budget.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect;
import dev.evenkeel.server.schedule.budget.CostDecision;
import dev.evenkeel.server.schedule.budget.CostDesk;
import dev.evenkeel.server.schedule.budget.CostStanding;
import dev.evenkeel.server.schedule.budget.CostState;
import dev.evenkeel.server.schedule.budget.SpendingBook;
import dev.evenkeel.server.schedule.budget.money.Balance;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the page of an upgrade says of its costs, and that they block it while nobody approved. */
@Component
@Order(11)
class CostAspect implements UpgradeAspect {
  private static final String PATH = "budget";

  private final CostDesk desk;
  private final SpendingBook spending;

  CostAspect(CostDesk desk, SpendingBook spending) {
    this.desk = desk;
    this.spending = spending;
  }

  @Override
  public List<Tab> tabs() {
    return List.of(new Tab(PATH, "Budget", Phase.PLAN));
  }

  @Override
  public Look look(Upgrade upgrade) {
    CostStanding costs = desk.get(upgrade.id());
    Balance sum = Balance.total(Balance.lines(costs.costs().costs(), spending.of(upgrade.id())));
    if (costs.state() == CostState.NOTHING && sum.spent() == 0) {
      return new Look(
          List.of(new Answer("What it costs to do", "Nobody has said", "", "", PATH)), List.of());
    }
    List<Blocker> blockers = new ArrayList<>();
    String money = "%,d %s".formatted(costs.costs().total(), costs.costs().currency());
    if (costs.state().isUnapproved()) {
      blockers.add(new Blocker(says(costs, money), wayOut(costs), PATH));
    }
    if (sum.over() > 0) {
      blockers.add(
          new Blocker(
              "%,d %s more than planned was spent, or will be."
                  .formatted(sum.over(), costs.costs().currency()),
              "Write what it costs by now into its schedule, and have it approved.",
              PATH));
    }
    return new Look(
        List.of(
            new Answer(
                "What it costs to do",
                money,
                "%s, %,d spent".formatted(costs.state().word(), sum.spent()),
                sum.over() > 0 ? "bad" : costs.state().tone(),
                PATH)),
        blockers);
  }

  private static String says(CostStanding costs, String money) {
    return switch (costs.state()) {
      case VOID ->
          "The costs changed after %s approved them: %s"
              .formatted(
                  costs.last().map(CostDecision::by).orElseThrow().name(),
                  String.join(" ", costs.difference()));
      case WITHDRAWN ->
          "%s took the approval of the costs back."
              .formatted(costs.last().map(CostDecision::by).orElseThrow().name());
      default -> "The costs of %s are not approved.".formatted(money);
    };
  }

  private static String wayOut(CostStanding costs) {
    return costs.costs().budget().isEmpty()
        ? "Say in its schedule out of which budget it is paid; then a sponsor who did not write them approves them."
        : "A sponsor who did not write them approves them.";
  }
}
