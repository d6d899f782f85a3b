package dev.evenkeel.estate;

import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Days off of a place. On them a window is open only where somebody of the team is on call. */
@Says("holidays: days on which windows are open only where somebody is on call")
public record Holidays(
    @Says("identifies the holidays") @Spelled(Names.ENTRY) String name,
    @Says("what people call them; the name when left out") Optional<String> title,
    @Says("the days") List<Holiday> days)
    implements Entry {

  /** A day off. */
  @Says("a day off")
  public record Holiday(
      @Says("the day") LocalDate day, @Says("what it is called") Optional<String> title) {}
}
