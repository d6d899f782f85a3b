package dev.evenkeel.server.schedule.budget.money;

import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.CostKind;
import java.util.Locale;

/** Kinds of cost as people call them. */
public final class KindWords {
  private KindWords() {}

  public static String of(CostKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  public static String capital(CostKind kind) {
    return kind.name().charAt(0) + of(kind).substring(1);
  }
}
