package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.server.schedule.timetable.KeptTimetable;
import dev.evenkeel.server.schedule.timetable.PlanningWish;
import dev.evenkeel.server.schedule.timetable.Solving;
import dev.evenkeel.server.schedule.timetable.TimetableState;
import dev.evenkeel.server.schedule.timetable.problem.PlanningFinding;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A timetable as pages and programs see it.
 *
 * @param goesOn whether it is still being made
 * @param gap how much better another could be at most: 0.01 is one per cent
 * @param whatIf whether it counts on what is not there
 */
record TimetableView(
    long id,
    String name,
    TimetableState state,
    Solving solving,
    boolean goesOn,
    int upgrades,
    int planned,
    long total,
    long bound,
    double gap,
    double seconds,
    Optional<String> trouble,
    boolean whatIf,
    PlanningWish wish,
    Actor madeBy,
    Instant madeAt,
    Optional<Actor> agreedBy,
    Optional<Instant> agreedAt,
    Optional<String> despite,
    long version) {

  static TimetableView of(KeptTimetable kept) {
    return new TimetableView(
        kept.id(),
        kept.name(),
        kept.state(),
        kept.solving(),
        kept.solving().goesOn(),
        kept.upgrades(),
        kept.planned(),
        kept.total(),
        kept.bound(),
        kept.gap(),
        kept.seconds(),
        kept.trouble(),
        kept.wish().isWhatIf(),
        kept.wish(),
        kept.madeBy(),
        kept.madeAt(),
        kept.agreedBy(),
        kept.agreedAt(),
        kept.despite(),
        kept.version());
  }

  /** How much of its time is over, in percent. */
  public long percent() {
    return Math.min(100, Math.round(100 * seconds / Math.max(1, wish.seconds())));
  }

  /**
   * All of one.
   *
   * @param start of its first slot
   * @param end of its last
   * @param findings what could not be planned as it is
   */
  record Whole(
      TimetableView timetable,
      Instant start,
      Instant end,
      int slotMinutes,
      Parts score,
      List<PlacementView> placements,
      List<PlacementView.Unplaced> unplaced,
      List<PlanningFinding> findings) {}

  /** What the total is made of. */
  record Parts(long downtime, long risk, long cost, long leftOut, long total) {}
}
