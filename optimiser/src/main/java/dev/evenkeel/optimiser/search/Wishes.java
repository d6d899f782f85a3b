package dev.evenkeel.optimiser.search;

import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Check;
import dev.evenkeel.optimiser.timetable.Score;
import dev.evenkeel.optimiser.timetable.Timetable;
import dev.evenkeel.optimiser.timetable.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wished of a timetable besides that it costs little: what people were told already should
 * stay. What changed since (something takes longer, somebody is away, a new freeze) stands in the
 * problem; the timetable to stay near may break its rules by now.
 *
 * @param near the timetable that holds so far
 * @param now the first slot that can still be planned: what starts before it in {@code near} or in
 *     {@code pins} has begun and stays, whatever rule it breaks; nothing else moves there
 * @param pins what must stand exactly so; of an upgrade that is pinned, {@code near} does not count
 * @param moveCost how much money it must save at least to move one upgrade away from where it is in
 *     {@code near}, or to leave it out; {@link #usualMoveCost} when nothing is said
 */
public record Wishes(Timetable near, int now, List<Assignment> pins, Optional<Long> moveCost) {
  /** Nothing holds so far, and nothing is pinned. */
  public static final Wishes NONE = near(new Timetable(List.of()));

  /** How much of what an upgrade costs on average it must save to move one. */
  private static final double USUAL_SHARE = 0.4;

  public Wishes {
    pins = List.copyOf(pins);
    if (now < 0 || moveCost.filter(cost -> cost < 0).isPresent()) {
      throw new IllegalArgumentException("Neither now nor the cost of moving can be less than 0");
    }
  }

  /** To move as few as possible. */
  public static Wishes near(Timetable timetable) {
    return new Wishes(timetable, 0, List.of(), Optional.empty());
  }

  public Wishes from(int now) {
    return new Wishes(near, now, pins, moveCost);
  }

  public Wishes pinning(List<Assignment> pins) {
    return new Wishes(near, now, pins, moveCost);
  }

  public Wishes movingFor(long moveCost) {
    return new Wishes(near, now, pins, Optional.of(moveCost));
  }

  /** What has begun: it is a fact, even if it breaks a rule. */
  public List<Assignment> begun() {
    return Stream.concat(
            pins.stream(), near.assignments().stream().filter(one -> !isPinned(one.upgrade())))
        .filter(one -> one.start() < now)
        .toList();
  }

  /** The rules that a timetable breaks, without those that what has begun breaks by itself. */
  public List<Violation> broken(Problem problem, Timetable timetable) {
    List<Assignment> begun = begun();
    Set<String> names = begun.stream().map(Assignment::upgrade).collect(Collectors.toSet());
    Problem asked =
        problem.with(
            problem.precedences().stream().filter(rule -> !names.contains(rule.after())).toList());
    Set<Violation> facts = Set.copyOf(Check.of(asked, new Timetable(begun)).violations());
    return Check.of(asked, timetable).violations().stream()
        .filter(one -> !facts.contains(one))
        .toList();
  }

  private boolean isPinned(String upgrade) {
    return pins.stream().anyMatch(pin -> pin.upgrade().equals(upgrade));
  }

  /** The cost of moving when nothing is said. */
  public static long usualMoveCost(Problem problem, Timetable near) {
    int many = near.assignments().size();
    if (many == 0) {
      return 0;
    }
    Score score = Check.of(problem, near).score();
    return Math.max(
        1, (long) (USUAL_SHARE * (score.total(problem.weights()) - score.deferred()) / many));
  }
}
