package dev.evenkeel.server.schedule.budget.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.Budget;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.reckon.Strategy;
import dev.evenkeel.server.schedule.timetable.terms.LeadTime;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Cost;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.CostKind;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Phase;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.PhaseWhen;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan.Way;
import dev.evenkeel.server.shared.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which period of its budget each phase of an upgrade is paid (C36). */
@Tag("C36")
class BookingTest {
  private static final Periods YEARS =
      new Periods(List.of(period("2027", "2027-01-01"), period("2026", "2026-01-01")));

  private static Budget.Period period(String title, String first) {
    LocalDate from = LocalDate.parse(first);
    return new Budget.Period(Optional.of(title), from, from.plusYears(1).minusDays(1), 1_000);
  }

  private static Phase phase(String when, Integer days) {
    return new Phase(
        2,
        Optional.empty(),
        Optional.of(PhaseWhen.valueOf(when)),
        Optional.ofNullable(days),
        Optional.empty(),
        Optional.empty());
  }

  private static Phase dated(String from, String to) {
    return new Phase(
        2,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalDate.parse(from)),
        Optional.of(LocalDate.parse(to)));
  }

  private static Cost cost(CostKind kind, long amount, int phase) {
    return new Cost(kind, amount, phase, Optional.empty());
  }

  private static List<Share> shares(
      String start, int sideBySide, List<Phase> phases, Cost... costs) {
    Way way =
        new Way(
            Strategy.BIG_BANG,
            Duration.ofHours(2),
            Duration.ofHours(1),
            Duration.ofHours(2),
            List.of(),
            List.of(),
            List.of(costs),
            3,
            sideBySide);
    UpgradePlan plan =
        new UpgradePlan(
            new LeadTime(2, 3, 2, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1)),
            Optional.empty(),
            Optional.empty(),
            Optional.of("it"),
            Optional.empty(),
            List.of(way),
            List.of(),
            List.of(),
            phases,
            Optional.empty(),
            "",
            List.of(),
            List.of());
    return Booking.of(
        plan, way, Optional.of(start).filter(day -> !day.isEmpty()).map(LocalDate::parse));
  }

  /** Such as {@code 2026 40, 2027 60}. */
  private static String booked(List<Share> shares) {
    return shares.stream()
        .flatMap(share -> YEARS.split(share).entrySet().stream())
        .map(one ->
            "%s %d".formatted(one.getKey().map(Periods::title).orElse("none"), one.getValue()))
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # start     | when   | days | kind     | in which periods
          2026-12-31  | START  |      | LABOUR   | 2026 100
          2027-01-01  | START  |      | LABOUR   | 2027 100
          2027-01-01  | BEFORE | 1    | LABOUR   | 2026 100
          2027-01-01  | BEFORE |      | LABOUR   | 2026 100
          2027-01-05  | BEFORE | 10   | LABOUR   | 2026 60, 2027 40
          2027-01-05  | BEFORE | 10   | LICENCES | 2026 100
          2027-01-06  | BEFORE |      | LABOUR   | 2026 28, 2027 72
          2026-12-31  | AFTER  | 1    | TRAINING | 2027 100
          2026-12-30  | AFTER  | 4    | HOSTING  | 2026 25, 2027 75
          2026-12-30  | AFTER  | 4    | HARDWARE | 2026 100
          2026-12-16  | AFTER  |      | LABOUR   | 2026 50, 2027 50
          2027-12-31  | AFTER  |      | LABOUR   | none 100
          2028-01-02  | BEFORE | 2    | LABOUR   | 2027 50, none 50
          2025-12-31  | START  |      | HARDWARE | none 100
                      | AFTER  | 5    | LABOUR   | none 100
          """)
  void a_phase_is_paid_from_the_periods_in_which_it_happens(
      String start, String when, Integer days, CostKind kind, String periods) {
    assertThat(
            booked(
                shares(
                    start == null ? "" : start, 0, List.of(phase(when, days)), cost(kind, 100, 2))))
        .isEqualTo(periods);
  }

  @Test
  void a_phase_with_days_of_its_own_stays_there_wherever_the_upgrade_stands() {
    List<Phase> licences = List.of(dated("2026-12-31", "2027-01-09"));
    for (String start : List.of("2026-03-01", "2027-11-30", "")) {
      assertThat(booked(shares(start, 0, licences, cost(CostKind.LABOUR, 1_000, 2))))
          .isEqualTo("2026 100, 2027 900");
    }
    assertThat(booked(shares("", 0, licences, cost(CostKind.LICENCES, 1_000, 2))))
        .isEqualTo("2026 1000");
  }

  @Test
  void two_sets_of_machines_are_paid_day_by_day_before_the_switch() {
    Cost hosting = cost(CostKind.HOSTING, 1_400, 1);
    assertThat(booked(shares("2027-01-05", 14, List.of(), hosting)))
        .isEqualTo("2026 1000, 2027 400");
    assertThat(booked(shares("2027-01-05", 0, List.of(), hosting))).isEqualTo("2027 1400");
  }

  @Test
  void whatever_the_days_and_the_rounding_nothing_is_lost_and_nothing_counted_twice() {
    SplittableRandom random = new SplittableRandom(36);
    for (int round = 0; round < 500; round++) {
      long amount = random.nextLong(1, 1_000_000_000_000L);
      String start = LocalDate.of(2025, 6, 1).plusDays(random.nextInt(1_200)).toString();
      Phase phase = phase(random.nextBoolean() ? "BEFORE" : "AFTER", random.nextInt(1, 1_100));
      List<Share> shares = shares(start, 0, List.of(phase), cost(CostKind.LABOUR, amount, 2));
      Map<Optional<Budget.Period>, Long> parts = YEARS.split(shares.getFirst());
      assertThat(parts.values()).as("round %d", round).allMatch(part -> part >= 0);
      assertThat(parts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(amount);
      assertThat(Ledger.of(YEARS, shares, List.of()).sum(cell -> true))
          .isEqualTo(new Balance(amount, 0, amount));
    }
  }

  private static Spent spent(String day, int phase, CostKind kind, long amount) {
    return new Spent(
        new UpgradeId(1),
        1,
        Optional.of("it"),
        LocalDate.parse(day),
        kind,
        phase,
        amount,
        "invoice",
        OptionalInt.empty(),
        OptionalInt.empty(),
        Actor.person("ann"),
        Instant.EPOCH);
  }

  @Test
  void what_was_spent_uses_up_the_earliest_of_what_was_planned() {
    List<Share> shares =
        shares("2027-01-05", 0, List.of(phase("BEFORE", 10)), cost(CostKind.LABOUR, 100, 2));
    Ledger ledger =
        Ledger.of(
            YEARS,
            shares,
            List.of(
                spent("2026-12-28", 2, CostKind.LABOUR, 70),
                spent("2027-02-01", 2, CostKind.TRAINING, 5)));
    assertThat(ledger.in(YEARS.at(LocalDate.of(2026, 1, 1)))).isEqualTo(new Balance(60, 70, 0));
    assertThat(ledger.in(YEARS.at(LocalDate.of(2027, 1, 1)))).isEqualTo(new Balance(40, 5, 30));
    assertThat(ledger.rows())
        .extracting(row -> "%d %s %s".formatted(row.phase(), row.periodTitle(), row.balance()))
        .containsExactly(
            "2 2026 Balance[planned=60, spent=70, toCome=0]",
            "2 2027 Balance[planned=40, spent=5, toCome=30]");
  }
}
