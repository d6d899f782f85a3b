package dev.evenkeel.server.schedule.budget;

import dev.evenkeel.estate.Budget;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.budget.BudgetUse.Paid;
import dev.evenkeel.server.schedule.budget.money.Balance;
import dev.evenkeel.server.schedule.budget.money.Balance.Line;
import dev.evenkeel.server.schedule.budget.money.Ledger;
import dev.evenkeel.server.schedule.budget.money.PeriodUse;
import dev.evenkeel.server.schedule.budget.money.Periods;
import dev.evenkeel.server.schedule.budget.money.Spent;
import dev.evenkeel.server.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * What is left of budgets. Costs of an upgrade are paid from the periods in which their phases
 * happen; what was spent counts where its day is.
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
    return all(costs.all());
  }

  /** The same, if costs were these. */
  public All all(List<CostStanding> standings) {
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
    Periods periods = Periods.of(budget);
    Map<UpgradeId, Ledger> ledgers =
        paid.stream()
            .collect(
                Collectors.toMap(
                    one -> one.upgrade().id(),
                    one -> Ledger.of(periods, one.shares(), of(one.upgrade().id(), spent))));
    List<Spent> others = spent.stream().filter(one -> !lines.containsKey(one.upgrade())).toList();
    List<Ledger> pieces = new ArrayList<>(ledgers.values());
    pieces.add(Ledger.of(periods, List.of(), others));
    Ledger together = Ledger.together(pieces);
    Ledger approved =
        Ledger.together(
            paid.stream()
                .filter(one -> one.state() == CostState.APPROVED)
                .map(one -> Objects.requireNonNull(ledgers.get(one.upgrade().id())))
                .toList());
    List<Line> sums = new ArrayList<>();
    lines.values().forEach(sums::addAll);
    sums.addAll(Balance.lines(List.of(), others));
    return new BudgetUse(
        budget,
        periods.list().stream().map(one -> period(one, together, approved)).toList(),
        outside(together, approved),
        paid.stream()
            .map(one -> {
              Ledger ledger = Objects.requireNonNull(ledgers.get(one.upgrade().id()));
              return new Paid(
                  one.upgrade().id(),
                  one.upgrade().terms().title(),
                  one.state(),
                  one.upgrade().terms().goLive(),
                  ledger,
                  Balance.total(lines.getOrDefault(one.upgrade().id(), List.of())));
            })
            .toList(),
        spent,
        sums,
        together);
  }

  private static List<Spent> of(UpgradeId upgrade, List<Spent> spent) {
    return spent.stream().filter(one -> one.upgrade().equals(upgrade)).toList();
  }

  private static PeriodUse period(Budget.Period period, Ledger all, Ledger approved) {
    return use(
        Optional.of(period),
        Periods.title(period),
        period.from(),
        period.to(),
        (long) Math.floor(period.amount()),
        all,
        approved);
  }

  private static PeriodUse outside(Ledger all, Ledger approved) {
    return use(
        Optional.empty(), "outside all periods", LocalDate.MIN, LocalDate.MAX, 0, all, approved);
  }

  private static PeriodUse use(
      Optional<Budget.Period> period,
      String title,
      LocalDate from,
      LocalDate to,
      long amount,
      Ledger all,
      Ledger approved) {
    Balance here = all.in(period);
    return new PeriodUse(
        title,
        from,
        to,
        amount,
        here.planned(),
        approved.in(period).planned(),
        here.spent(),
        here.toCome());
  }
}
