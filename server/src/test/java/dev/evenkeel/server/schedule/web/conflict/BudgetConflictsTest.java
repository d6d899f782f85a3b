package dev.evenkeel.server.schedule.web.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.Budget;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.budget.BudgetUse;
import dev.evenkeel.server.schedule.budget.BudgetUse.Paid;
import dev.evenkeel.server.schedule.budget.CostState;
import dev.evenkeel.server.schedule.budget.money.Balance;
import dev.evenkeel.server.schedule.budget.money.Days;
import dev.evenkeel.server.schedule.budget.money.Ledger;
import dev.evenkeel.server.schedule.budget.money.PeriodUse;
import dev.evenkeel.server.schedule.budget.money.Periods;
import dev.evenkeel.server.schedule.budget.money.Share;
import dev.evenkeel.server.schedule.budget.money.Spent;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.CostKind;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Budgets that do not suffice, with who answers for them and the cheapest way out (C36). */
@Tag("C36")
class BudgetConflictsTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
  private final List<Ledger> ledgers = new ArrayList<>();
  private final List<Paid> upgrades = new ArrayList<>();
  private Budget budget =
      new Budget(
          "it",
          Optional.of("IT"),
          Optional.of("gina"),
          "EUR",
          List.of(
              period("spring", "2027-01-01", "2027-06-30", 1_000),
              period("autumn", "2027-07-01", "2027-12-31", 500)));

  private static Budget.Period period(String title, String from, String to, double amount) {
    return new Budget.Period(
        Optional.of(title), LocalDate.parse(from), LocalDate.parse(to), amount);
  }

  private void upgrade(String title, String day, long amount, long spent) {
    LocalDate date = LocalDate.parse(day);
    UpgradeId id = new UpgradeId(upgrades.size() + 1);
    Ledger ledger =
        Ledger.of(
            Periods.of(budget),
            List.of(new Share(1, CostKind.LABOUR, amount, Optional.of(new Days(date, date)))),
            spent == 0
                ? List.of()
                : List.of(
                    new Spent(
                        id,
                        1,
                        Optional.of("it"),
                        date,
                        CostKind.LABOUR,
                        1,
                        spent,
                        "invoice",
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Actor.person("ann"),
                        Instant.EPOCH)));
    ledgers.add(ledger);
    upgrades.add(new Paid(id, title, CostState.OPEN, Optional.of(date), ledger, Balance.NOTHING));
  }

  private List<String> found() {
    PeriodUse none = new PeriodUse("none", LocalDate.MIN, LocalDate.MAX, 0, 0, 0, 0, 0);
    BudgetUse use =
        new BudgetUse(
            budget, List.of(), none, upgrades, List.of(), List.of(), Ledger.together(ledgers));
    return BudgetConflicts.of(List.of(use), TODAY).stream()
        .map(one -> one.says() + " " + one.wayOut())
        .toList();
  }

  @Test
  void the_least_that_makes_room_moves_to_the_next_period_that_has_it() {
    upgrade("Shop", "2027-05-01", 700, 0);
    upgrade("Wiki", "2027-05-02", 100, 0);
    upgrade("Mail", "2027-05-03", 400, 0);
    assertThat(found())
        .containsExactly(
            "spring has 1,000 EUR, and 1,200 are planned or spent: 200 are missing. gina answers for it."
                + " Move Mail, 400 here, to autumn, where 500 are left, or ask gina for 200 EUR more.");
  }

  @Test
  void what_has_begun_does_not_move_and_money_comes_from_where_it_is_left() {
    upgrade("Shop", "2027-02-01", 1_100, 0);
    assertThat(found())
        .singleElement()
        .asString()
        .endsWith("Take 100 from autumn, where 500 are left, or ask gina for 100 EUR more.");
  }

  @Test
  void where_nothing_is_left_anywhere_the_owner_is_asked() {
    upgrade("Shop", "2027-02-01", 1_100, 0);
    upgrade("Mail", "2027-08-01", 450, 0);
    assertThat(found()).singleElement().asString().endsWith("for it. Ask gina for 100 EUR more.");
  }

  @Test
  void more_than_there_was_spent_is_told_apart_from_what_is_still_to_come() {
    upgrade("Shop", "2027-02-01", 900, 1_200);
    upgrade("Mail", "2027-05-01", 50, 0);
    assertThat(found())
        .singleElement()
        .asString()
        .startsWith(
            "In spring 1,200 EUR were spent, and there are 1,000. With what is still to come 250 are missing.");
  }

  @Test
  void what_suffices_and_what_is_over_is_no_conflict() {
    upgrade("Shop", "2027-05-01", 1_000, 0);
    assertThat(found()).isEmpty();
    budget =
        new Budget(
            "it",
            Optional.empty(),
            Optional.empty(),
            "EUR",
            List.of(period("last year", "2026-01-01", "2027-02-28", 10)));
    ledgers.clear();
    upgrades.clear();
    upgrade("Old", "2026-12-01", 90, 90);
    assertThat(found()).isEmpty();
  }
}
