package dev.evenkeel.server.schedule.budget;

import dev.evenkeel.estate.Budget;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.budget.BudgetUse.Paid;
import dev.evenkeel.server.schedule.budget.money.Balance;
import dev.evenkeel.server.schedule.budget.money.Balance.Line;
import dev.evenkeel.server.schedule.budget.money.PeriodUse;
import dev.evenkeel.server.schedule.budget.money.SignedCosts;
import dev.evenkeel.server.schedule.budget.money.Spent;
import dev.evenkeel.server.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * What is left of budgets. As in timetables, an upgrade is paid from the period in which it
 * happens; what was spent counts where its day is.
 */
@Service
public class BudgetDesk {
  private final EstateBook estate;
  private final CostDesk costs;
  private final SpendingBook spending;

  BudgetDesk(EstateBook estate, CostDesk costs, SpendingBook spending) {
    this.estate = estate;
    this.costs = costs;
    this.spending = spending;
  }

  /**
   * All budgets, and what no budget knows of.
   *
   * @param strays upgrades that cost something and name no budget that there is
   */
  public record All(List<BudgetUse> budgets, List<CostStanding> strays) {}

  public All all() {
    List<CostStanding> standings = costs.all();
    List<Spent> entries = spending.all();
    List<BudgetUse> budgets =
        estate.estate().all(EntryKind.BUDGET).values().stream()
            .map(document -> use((Budget) document.entry(), standings, entries))
            .toList();
    var known = estate.estate().all(EntryKind.BUDGET).keySet();
    return new All(
        budgets,
        standings.stream()
            .filter(one -> !one.costs().isNothing())
            .filter(one -> one.costs().budget().filter(known::contains).isEmpty())
            .toList());
  }

  public BudgetUse get(String name) {
    return use(budget(name), costs.all(), spending.all());
  }

  private Budget budget(String name) {
    return Optional.ofNullable(estate.estate().all(EntryKind.BUDGET).get(name))
        .map(document -> (Budget) document.entry())
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "There is no budget '%s'.".formatted(name)));
  }

  private static BudgetUse use(Budget budget, List<CostStanding> all, List<Spent> every) {
    Optional<String> name = Optional.of(budget.name());
    List<CostStanding> paid =
        all.stream()
            .filter(one -> one.costs().budget().equals(name) && !one.costs().isNothing())
            .toList();
    List<Spent> spent = every.stream().filter(one -> one.budget().equals(name)).toList();
    Map<UpgradeId, List<Line>> lines =
        paid.stream()
            .collect(
                Collectors.toMap(
                    one -> one.upgrade().id(),
                    one -> Balance.lines(one.costs().costs(), of(one.upgrade().id(), spent))));
    Periods periods = new Periods(budget);
    List<PeriodUse> uses =
        periods.list().stream()
            .map(period ->
                period(
                    period,
                    title(period),
                    paid,
                    spent,
                    lines,
                    one -> periods.at(one.upgrade()).equals(Optional.of(period)),
                    one -> periods.at(one.day()).equals(Optional.of(period))))
            .toList();
    Budget.Period none = new Budget.Period(Optional.empty(), LocalDate.MIN, LocalDate.MAX, 0);
    PeriodUse outside =
        period(
            none,
            "outside all periods",
            paid,
            spent,
            lines,
            one -> periods.at(one.upgrade()).isEmpty(),
            one -> periods.at(one.day()).isEmpty());
    List<Line> together = new ArrayList<>();
    lines.values().forEach(together::addAll);
    together.addAll(
        Balance.lines(
            List.of(), spent.stream().filter(one -> !lines.containsKey(one.upgrade())).toList()));
    return new BudgetUse(
        budget,
        uses,
        outside,
        paid.stream()
            .map(one ->
                new Paid(
                    one.upgrade().id(),
                    one.upgrade().terms().title(),
                    one.state(),
                    periods.at(one.upgrade()).map(BudgetDesk::title).orElse(""),
                    Balance.total(lines.getOrDefault(one.upgrade().id(), List.of()))))
            .toList(),
        spent,
        together);
  }

  private static List<Spent> of(UpgradeId upgrade, List<Spent> spent) {
    return spent.stream().filter(one -> one.upgrade().equals(upgrade)).toList();
  }

  private static PeriodUse period(
      Budget.Period period,
      String title,
      List<CostStanding> paid,
      List<Spent> spent,
      Map<UpgradeId, List<Line>> lines,
      Predicate<CostStanding> happens,
      Predicate<Spent> isIn) {
    List<CostStanding> here = paid.stream().filter(happens).toList();
    return new PeriodUse(
        title,
        period.from(),
        period.to(),
        (long) Math.floor(period.amount()),
        here.stream().map(CostStanding::costs).mapToLong(SignedCosts::total).sum(),
        here.stream()
            .filter(one -> one.state() == CostState.APPROVED)
            .map(CostStanding::costs)
            .mapToLong(SignedCosts::total)
            .sum(),
        spent.stream().filter(isIn).mapToLong(Spent::amount).sum(),
        here.stream()
            .mapToLong(
                one -> Balance.total(lines.getOrDefault(one.upgrade().id(), List.of())).toCome())
            .sum());
  }

  private static String title(Budget.Period period) {
    return period.title().orElseGet(() -> "%s to %s".formatted(period.from(), period.to()));
  }

  /** The periods of a budget; a day is in the first that has it. */
  private record Periods(List<Budget.Period> list) {
    Periods(Budget budget) {
      this(budget.periods().stream().sorted(Comparator.comparing(Budget.Period::from)).toList());
    }

    Optional<Budget.Period> at(LocalDate day) {
      return list.stream()
          .filter(period -> !day.isBefore(period.from()) && !day.isAfter(period.to()))
          .findFirst();
    }

    Optional<Budget.Period> at(Upgrade upgrade) {
      return upgrade.terms().goLive().flatMap(this::at);
    }
  }
}
