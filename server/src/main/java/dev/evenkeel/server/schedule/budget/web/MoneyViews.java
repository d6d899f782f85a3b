package dev.evenkeel.server.schedule.budget.web;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.budget.BudgetUse;
import dev.evenkeel.server.schedule.budget.CostDecision;
import dev.evenkeel.server.schedule.budget.CostStanding;
import dev.evenkeel.server.schedule.budget.money.Balance;
import dev.evenkeel.server.schedule.budget.money.KindWords;
import dev.evenkeel.server.schedule.budget.money.Ledger;
import dev.evenkeel.server.schedule.budget.money.PeriodUse;
import dev.evenkeel.server.schedule.budget.money.Periods;
import dev.evenkeel.server.schedule.budget.money.Spent;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Cost;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Money as programs read it. */
final class MoneyViews {
  private MoneyViews() {}

  /** Planned against spent. */
  record Sum(long planned, long spent, long toCome, long forecast, long over) {
    static Sum of(Balance balance) {
      return new Sum(
          balance.planned(), balance.spent(), balance.toCome(), balance.forecast(), balance.over());
    }
  }

  /** The same of one kind in one phase. */
  record Line(int phase, String kind, Sum sum) {
    static Line of(Balance.Line line) {
      return new Line(line.phase(), KindWords.of(line.kind()), Sum.of(line.balance()));
    }
  }

  /**
   * The same of one phase in one period of the budget.
   *
   * @param period empty when it is in none
   */
  record PhaseInPeriod(int phase, Optional<String> period, Sum sum) {
    static PhaseInPeriod of(Ledger.Row row) {
      return new PhaseInPeriod(
          row.phase(), row.period().map(Periods::title), Sum.of(row.balance()));
    }

    static List<PhaseInPeriod> of(Ledger ledger) {
      return ledger.rows().stream().map(PhaseInPeriod::of).toList();
    }
  }

  /** A decision on costs. The digest is the SHA-256 of {@code signed}. */
  record Decision(
      int number,
      String verdict,
      String digest,
      String signed,
      Optional<String> note,
      Actor by,
      Instant at) {
    static Decision of(CostDecision one) {
      return new Decision(
          one.number(),
          one.verdict().name().toLowerCase(Locale.ROOT),
          one.digest(),
          one.costs().text(),
          one.note(),
          one.by(),
          one.at());
    }
  }

  /**
   * The costs of an upgrade.
   *
   * @param way in which it is done; the dearest while nobody decided
   * @param state nothing, open, approved, void or withdrawn
   * @param difference to what was approved, in words
   * @param writers who wrote the costs and cannot approve them
   */
  record Costs(
      long upgrade,
      Optional<String> budget,
      String currency,
      String way,
      List<Cost> costs,
      long total,
      String state,
      List<String> difference,
      String digest,
      Set<Actor> writers,
      List<Decision> decisions,
      List<Line> lines,
      List<PhaseInPeriod> phases,
      Sum sum) {
    static Costs of(
        CostStanding one,
        Set<Actor> writers,
        List<CostDecision> decisions,
        List<Spent> spent,
        Periods periods) {
      List<Balance.Line> lines = Balance.lines(one.costs().costs(), spent);
      return new Costs(
          one.upgrade().id().value(),
          one.costs().budget(),
          one.costs().currency(),
          one.way(),
          one.costs().costs(),
          one.costs().total(),
          one.state().name().toLowerCase(Locale.ROOT),
          one.difference(),
          one.costs().digest(),
          writers,
          decisions.stream().map(Decision::of).toList(),
          lines.stream().map(Line::of).toList(),
          PhaseInPeriod.of(Ledger.of(periods, one.shares(), spent)),
          Sum.of(Balance.total(lines)));
    }
  }

  /** An entry of what was spent. */
  record Entry(
      long upgrade,
      int number,
      Optional<String> budget,
      LocalDate day,
      String kind,
      int phase,
      long amount,
      String note,
      Optional<Integer> takesBack,
      Optional<Integer> approval,
      Actor by,
      Instant at) {
    static Entry of(Spent one) {
      return new Entry(
          one.upgrade().value(),
          one.number(),
          one.budget(),
          one.day(),
          KindWords.of(one.kind()),
          one.phase(),
          one.amount(),
          one.note(),
          one.corrects().stream().boxed().findFirst(),
          one.decision().stream().boxed().findFirst(),
          one.by(),
          one.at());
    }
  }

  /** A period of a budget. */
  record Period(
      String title,
      LocalDate from,
      LocalDate to,
      long amount,
      long planned,
      long approved,
      long spent,
      long toCome,
      long forecast,
      long left,
      boolean overspent) {
    static Period of(PeriodUse one) {
      return new Period(
          one.title(),
          one.from(),
          one.to(),
          one.amount(),
          one.planned(),
          one.approved(),
          one.spent(),
          one.toCome(),
          one.forecast(),
          one.left(),
          one.isOverspent());
    }
  }

  /** What stands in no period. */
  record Outside(long planned, long approved, long spent) {}

  /** An upgrade that is paid from a budget. */
  record Paid(
      UpgradeId upgrade,
      String title,
      String state,
      String period,
      List<PhaseInPeriod> phases,
      Sum sum) {}

  /** A budget. */
  record Budget(
      String name,
      String title,
      String currency,
      Optional<String> owner,
      List<Period> periods,
      Outside outside,
      Sum sum,
      Map<String, Sum> byKind,
      List<PhaseInPeriod> phases,
      List<Paid> upgrades) {
    static Budget of(BudgetUse use) {
      return new Budget(
          use.budget().name(),
          use.title(),
          use.budget().currency(),
          use.budget().owner(),
          use.periods().stream().map(Period::of).toList(),
          new Outside(use.outside().planned(), use.outside().approved(), use.outside().spent()),
          Sum.of(use.total()),
          use.byKind().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      kind -> kind.getKey().toLowerCase(Locale.ROOT),
                      kind -> Sum.of(kind.getValue()))),
          PhaseInPeriod.of(use.ledger()),
          use.upgrades().stream()
              .map(one ->
                  new Paid(
                      one.upgrade(),
                      one.title(),
                      one.state().name().toLowerCase(Locale.ROOT),
                      one.period(),
                      PhaseInPeriod.of(one.ledger()),
                      Sum.of(one.balance())))
              .toList());
    }
  }
}
