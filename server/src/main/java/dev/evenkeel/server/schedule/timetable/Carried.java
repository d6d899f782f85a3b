package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.optimiser.search.Wishes;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Timetable;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.PlanningWish.Pin;
import dev.evenkeel.server.schedule.timetable.problem.Candidate;
import dev.evenkeel.server.schedule.timetable.problem.SlotGrid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What planning again takes over from the timetable it is based on: the places it stays near, and
 * the pins, of which those that are wished for now come first. What has begun is not carried: it is
 * not planned again.
 *
 * @param pinned numbers of the upgrades that are to stay
 */
record Carried(Wishes wishes, Set<Long> pinned) {
  Carried {
    pinned = Set.copyOf(pinned);
  }

  /**
   * @param before the places of the timetable it is based on
   * @param begun numbers of upgrades that have begun
   */
  static Carried of(PlanningWish wish, List<Placement> before, Set<Long> begun, SlotGrid grid) {
    List<Placement> ahead =
        before.stream().filter(one -> !begun.contains(one.upgrade().value())).toList();
    List<Pin> pins = new ArrayList<>(wish.pins());
    Set<Long> pinned = new HashSet<>();
    pins.forEach(pin -> pinned.add(pin.upgrade()));
    ahead.stream()
        .filter(Placement::pinned)
        .filter(one -> pinned.add(one.upgrade().value()))
        .forEach(one -> pins.add(new Pin(one.upgrade().value(), one.start(), one.mode())));
    Timetable near =
        new Timetable(
            ahead.stream()
                .filter(one -> grid.from(one.start()) >= 0)
                .map(one -> assignment(one.upgrade(), one.mode(), one.start(), grid))
                .toList());
    List<Assignment> fixed =
        pins.stream()
            .map(pin -> assignment(new UpgradeId(pin.upgrade()), pin.mode(), pin.start(), grid))
            .toList();
    return new Carried(Wishes.near(near).pinning(fixed), pinned);
  }

  private static Assignment assignment(
      UpgradeId upgrade, String mode, Instant start, SlotGrid grid) {
    return new Assignment(Candidate.key(upgrade), mode, grid.from(start));
  }
}
