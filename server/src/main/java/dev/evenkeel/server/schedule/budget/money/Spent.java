package dev.evenkeel.server.schedule.budget.money;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.CostKind;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An entry of what was spent. It is never changed.
 *
 * @param number counts the entries of an upgrade, from 1
 * @param budget out of which it was paid; the one of the upgrade on the day of the entry
 * @param amount in whole units; below 0 when it takes another entry back
 * @param corrects the entry it takes back
 * @param decision the approval that held when it was written
 */
public record Spent(
    UpgradeId upgrade,
    int number,
    Optional<String> budget,
    LocalDate day,
    CostKind kind,
    int phase,
    long amount,
    String note,
    OptionalInt corrects,
    OptionalInt decision,
    Actor by,
    Instant at) {
  public String word() {
    return KindWords.capital(kind);
  }

  /** It was spent before anybody approved it. */
  public boolean isUnapproved() {
    return corrects.isEmpty() && decision.isEmpty();
  }
}
