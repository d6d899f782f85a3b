package dev.evenkeel.server.schedule.budget.web;

import dev.evenkeel.server.schedule.budget.SpendingBook.Said;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.CostKind;
import dev.evenkeel.server.shared.Typed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Reads what somebody says was spent. */
final class SpendingForm {
  static final int LONGEST_NOTE = 500;
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);
  private static final int PHASES = 12;
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

  private SpendingForm() {}

  /**
   * @param latest the last day that has begun somewhere on Earth
   */
  static Optional<Said> read(Typed typed, LocalDate latest) {
    Optional<LocalDate> day = typed.day("day");
    if (day.isEmpty() && typed.says("day").isEmpty()) {
      typed.wrong("day", "This is missing. Give the day on which it was spent.");
    }
    day.filter(one -> one.isAfter(latest))
        .ifPresent(one ->
            typed.wrong(
                "day",
                "%s is still to come. What is planned stands in the costs; write down what was spent."
                    .formatted(one)));
    day.filter(one -> one.isBefore(FIRST))
        .ifPresent(one -> typed.wrong("day", "%s is too long ago.".formatted(one)));
    Optional<CostKind> kind = typed.choice("kind", CostKind.class);
    if (kind.isEmpty() && typed.says("kind").isEmpty()) {
      typed.wrong("kind", "This is missing. Choose what it was spent on.");
    }
    Optional<BigDecimal> amount = typed.number("amount", BigDecimal.ONE, MOST);
    if (amount.isEmpty() && typed.says("amount").isEmpty()) {
      typed.wrong("amount", "This is missing. Say how much it was.");
    }
    if (amount.filter(one -> one.stripTrailingZeros().scale() > 0).isPresent()) {
      typed.wrong("amount", "'%s' is no whole number. Round it.".formatted(typed.text("amount")));
    }
    int phase = typed.whole("phase", 1, PHASES).orElse(1);
    String note = typed.needed("note", LONGEST_NOTE, "Say what it was, such as the invoice.");
    return typed.isWrong()
        ? Optional.empty()
        : Optional.of(
            new Said(
                day.orElseThrow(),
                kind.orElseThrow(),
                phase,
                amount.orElseThrow().longValueExact(),
                note));
  }
}
