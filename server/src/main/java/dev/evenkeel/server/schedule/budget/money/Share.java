package dev.evenkeel.server.schedule.budget.money;

import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.CostKind;
import java.util.Optional;

/**
 * A cost with the days on which it falls.
 *
 * @param days evenly on each of them; empty while nobody knows when
 */
public record Share(int phase, CostKind kind, long amount, Optional<Days> days) {}
