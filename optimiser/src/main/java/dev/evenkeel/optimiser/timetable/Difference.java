package dev.evenkeel.optimiser.timetable;

import dev.evenkeel.optimiser.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is otherwise in a timetable than in another one.
 *
 * @param stayed how many upgrades are where they were
 * @param before what the first one comes to, as far as it can be priced
 * @param after what the second one comes to
 */
public record Difference(
    int stayed,
    List<Move> moved,
    List<Assignment> newlyPlaced,
    List<Assignment> noLongerPlaced,
    Score before,
    Score after) {

  public Difference {
    moved = List.copyOf(moved);
    newlyPlaced = List.copyOf(newlyPlaced);
    noLongerPlaced = List.copyOf(noLongerPlaced);
  }

  /** One upgrade, from where to where. */
  public record Move(Assignment from, Assignment to) {
    public String upgrade() {
      return to.upgrade();
    }

    /** Whether it is carried out in another way. */
    public boolean isOtherMode() {
      return !from.mode().equals(to.mode());
    }
  }

  /**
   * @param problem by which both are priced; upgrades that are no longer in it are left out
   */
  public static Difference of(Problem problem, Timetable before, Timetable after) {
    Map<String, Assignment> was = by(before);
    Map<String, Assignment> is = by(after);
    int stayed = 0;
    List<Move> moved = new ArrayList<>();
    List<Assignment> newlyPlaced = new ArrayList<>();
    List<Assignment> noLongerPlaced = new ArrayList<>();
    for (var upgrade : problem.upgrades()) {
      Assignment from = was.get(upgrade.id());
      Assignment to = is.get(upgrade.id());
      if (from != null && to != null) {
        if (from.equals(to)) {
          stayed++;
        } else {
          moved.add(new Move(from, to));
        }
      } else if (to != null) {
        newlyPlaced.add(to);
      } else if (from != null) {
        noLongerPlaced.add(from);
      }
    }
    return new Difference(
        stayed,
        moved,
        newlyPlaced,
        noLongerPlaced,
        Check.of(problem, before).score(),
        Check.of(problem, after).score());
  }

  private static Map<String, Assignment> by(Timetable timetable) {
    Map<String, Assignment> by = new HashMap<>();
    timetable.assignments().forEach(one -> by.put(one.upgrade(), one));
    return by;
  }
}
