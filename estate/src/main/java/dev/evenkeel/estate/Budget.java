package dev.evenkeel.estate;

import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What may be spent on upgrades, period by period. */
@Says("a budget: what may be spent on upgrades, period by period")
public record Budget(
    @Says("identifies the budget") @Spelled(Names.ENTRY) String name,
    @Says("what people call it; the name when left out") Optional<String> title,
    @Says("the person who answers for it") @Spelled(Names.ENTRY) Optional<String> owner,
    @Says(value = "in what it is counted, three letters", fallback = "EUR") String currency,
    @Says("how much, and when") List<Period> periods)
    implements Entry {

  /** What may be spent within some days. */
  @Says("what may be spent within some days")
  public record Period(
      @Says("what people call it") Optional<String> title,
      @Says("the first day") LocalDate from,
      @Says("the last day") LocalDate to,
      @Says(value = "how much", atLeast = "0") double amount) {}
}
