package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.optimiser.search.Progress;
import dev.evenkeel.server.schedule.timetable.problem.PlanningFinding;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
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
 * @param despite why it was agreed on although costs of it were not approved
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
    Optional<String> despite,
    long version) {
  public KeptTimetable {
    findings = List.copyOf(findings);
  }

  /** How much better another could be at most: 0.01 is one per cent. */
  public double gap() {
    return total == 0 ? 0 : Math.max(0, (double) (total - bound) / total);
  }

  /** As far as its making has come by now. */
  KeptTimetable at(Progress progress) {
    return new KeptTimetable(
        id,
        name,
        state,
        solving,
        wish,
        findings,
        upgrades,
        progress.planned(),
        progress.total(),
        progress.bound(),
        progress.elapsed().toMillis() / 1000.0,
        trouble,
        heard,
        madeBy,
        madeAt,
        agreedBy,
        agreedAt,
        despite,
        version);
  }

  /**
   * @throws Refused when it is being made, or was the plan once
   */
  void requireNotPast() {
    if (solving.goesOn()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Timetable %d is still being made. Stop it, or wait until it ends.".formatted(id));
    }
    if (state == TimetableState.SUPERSEDED) {
      throw new Refused(
          Refused.Kind.NOT_NOW, "Timetable %d is not the plan any more.".formatted(id));
    }
  }

  /**
   * @throws Refused when it is being made, or is or was the plan
   */
  void requireDraft() {
    requireNotPast();
    if (state != TimetableState.DRAFT) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Timetable %d was agreed on and stays as it is. Plan again from it, and change that."
              .formatted(id));
    }
  }

  /**
   * @throws Refused when it is no draft, asks what would be if, or has no places
   */
  void requireWorthAgreeing() {
    requireDraft();
    if (wish.isWhatIf()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Timetable %d asks what would be if; the freezes, people and money it counts on are not there. Change them in the estate and make another."
              .formatted(id));
    }
    if (solving == Solving.BROKEN || planned == 0) {
      throw new Refused(
          Refused.Kind.NOT_NOW, "Timetable %d has no places to agree on.".formatted(id));
    }
  }
}
