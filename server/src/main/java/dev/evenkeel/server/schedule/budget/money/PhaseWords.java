package dev.evenkeel.server.schedule.budget.money;

import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Phase;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.PhaseWhen;

/** When a phase of the costs happens, in words. */
public final class PhaseWords {
  private PhaseWords() {}

  /** Such as {@code 30 days after the end}. */
  public static String of(Phase phase) {
    if (phase.from().isPresent()) {
      return phase
          .to()
          .map(to -> "from %s to %s".formatted(phase.from().get(), to))
          .orElseGet(() -> "on %s".formatted(phase.from().get()));
    }
    return switch (phase.when().orElse(PhaseWhen.START)) {
      case BEFORE ->
          phase.days().map("%d days before the start"::formatted).orElse("preparation and tests");
      case START -> "at the start";
      case AFTER -> "%d days after the end".formatted(phase.days().orElse(Booking.AFTER_CARE));
    };
  }
}
