package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.server.schedule.timetable.problem.PlanningFinding;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A timetable as it is kept, without its places.
 *
 * @param findings what could not be planned as it is
 * @param upgrades how many were to be planned
 * @param planned how many have a place
 * @param total what it costs, all in all
 * @param bound what no timetable falls below
 * @param seconds how long was looked for better ones
 * @param trouble why it is broken
 * @param heard when the server that solves it last said so
 */
public record KeptTimetable(
    long id,
    String name,
    TimetableState state,
    Solving solving,
    PlanningWish wish,
    List<PlanningFinding> findings,
    int upgrades,
    int planned,
    long total,
    long bound,
    double seconds,
    Optional<String> trouble,
    Instant heard,
    Actor madeBy,
    Instant madeAt,
    Optional<Actor> agreedBy,
    Optional<Instant> agreedAt,
    long version) {
  public KeptTimetable {
    findings = List.copyOf(findings);
  }

  /** How much better another could be at most: 0.01 is one per cent. */
  public double gap() {
    return total == 0 ? 0 : Math.max(0, (double) (total - bound) / total);
  }
}
