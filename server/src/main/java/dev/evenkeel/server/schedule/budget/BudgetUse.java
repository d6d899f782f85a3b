package dev.evenkeel.server.schedule.budget;

import dev.evenkeel.estate.Budget;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.budget.money.Balance;
import dev.evenkeel.server.schedule.budget.money.Balance.Line;
import dev.evenkeel.server.schedule.budget.money.Ledger;
import dev.evenkeel.server.schedule.budget.money.PeriodUse;
import dev.evenkeel.server.schedule.budget.money.Periods;
import dev.evenkeel.server.schedule.budget.money.Spent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A budget with what is planned, approved and spent of it.
 *
 * @param periods by their first day
 * @param outside what is planned on no day or outside all periods, and what was spent there
 * @param upgrades that are paid from it
 * @param spending out of it
 * @param lines planned against spent, by phase and kind, over all of its upgrades
 * @param ledger the same by period
 */
public record BudgetUse(
    Budget budget,
    List<PeriodUse> periods,
    PeriodUse outside,
    List<Paid> upgrades,
    List<Spent> spending,
    List<Line> lines,
    Ledger ledger) {
  public BudgetUse {
    periods = List.copyOf(periods);
    upgrades = List.copyOf(upgrades);
    spending = List.copyOf(spending);
    lines = List.copyOf(lines);
  }

  /**
   * An upgrade that is paid from it.
   *
   * @param day on which it starts
   */
  public record Paid(
      UpgradeId upgrade,
      String title,
      CostState state,
      Optional<LocalDate> day,
      Ledger ledger,
      Balance balance) {

    /** The periods from which it is paid; empty when from none. */
    public String period() {
      return ledger.plannedIn().stream().map(Periods::title).collect(Collectors.joining(", "));
    }
  }

  public String title() {
    return budget.title().orElse(budget.name());
  }

  public boolean hasOutside() {
    return outside.planned() != 0 || outside.spent() != 0;
  }

  public Balance total() {
    return Balance.total(lines);
  }

  public Map<String, Balance> byKind() {
    return Balance.by(Line::word, lines);
  }
}
