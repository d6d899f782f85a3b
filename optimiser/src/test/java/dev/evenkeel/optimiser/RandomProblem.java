package dev.evenkeel.optimiser;

import dev.evenkeel.optimiser.problem.Amount;
import dev.evenkeel.optimiser.problem.Budget;
import dev.evenkeel.optimiser.problem.Calendar;
import dev.evenkeel.optimiser.problem.Freeze;
import dev.evenkeel.optimiser.problem.Group;
import dev.evenkeel.optimiser.problem.Interval;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.PlannedSystem;
import dev.evenkeel.optimiser.problem.PlannedSystem.Dependent;
import dev.evenkeel.optimiser.problem.Precedence;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Profile;
import dev.evenkeel.optimiser.problem.Resource;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.problem.Weights;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Check;
import dev.evenkeel.optimiser.timetable.Check.Checked;
import dev.evenkeel.optimiser.timetable.Timetable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Problems of four upgrades in one day, small enough to try every timetable. */
public final class RandomProblem {
  private static final int HOURS = 24;
  private static final int UPGRADES = 4;

  private final SplittableRandom random;

  private RandomProblem(long seed) {
    random = new SplittableRandom(seed);
  }

  public static Problem of(long seed) {
    return new RandomProblem(seed).problem();
  }

  private Problem problem() {
    List<PlannedSystem> systems =
        IntStream.range(0, 3)
            .mapToObj(i ->
                new PlannedSystem(
                    "s" + i,
                    "System " + i,
                    "c" + i,
                    "demand",
                    random.nextInt(1, 50),
                    i == 0 ? List.of() : List.of(new Dependent("s" + (i - 1), 400))))
            .toList();
    return new Problem(
        Problem.FORMAT,
        "random",
        Instant.parse("2027-01-01T00:00:00Z"),
        60,
        HOURS,
        new Weights(1, 1, 1),
        IntStream.range(0, 3).mapToObj(this::calendar).toList(),
        List.of(
            new Freeze("f", Optional.empty(), 3, 5, Optional.of(List.of("s0")), Optional.empty())),
        List.of(new Profile("demand", random.ints(HOURS, 1, 200).boxed().toList())),
        systems,
        List.of(
            new Resource("team", List.of(new Amount(0, 12, 3), new Amount(12, HOURS, 2))),
            new Resource("dba", List.of(new Amount(0, HOURS, 1)))),
        List.of(
            new Budget(
                "year",
                List.of(
                    new Amount(0, 10, random.nextInt(60, 250)),
                    new Amount(10, HOURS, random.nextInt(60, 250))))),
        List.of(new Group("g", "peers", List.of("s0", "s1"), 1, random.nextInt(4))),
        IntStream.range(0, UPGRADES).mapToObj(this::upgrade).toList(),
        precedences());
  }

  private Calendar calendar(int i) {
    int first = random.nextInt(3);
    int second = random.nextInt(8, 18);
    return new Calendar(
        "c" + i, List.of(new Interval(first, first + 4), new Interval(second, second + 5)));
  }

  private Upgrade upgrade(int i) {
    return new Upgrade(
        "u" + i,
        "s" + random.nextInt(3),
        Optional.empty(),
        Optional.empty(),
        random.nextInt(4),
        random.nextBoolean() ? Optional.of(random.nextInt(4, HOURS)) : Optional.empty(),
        random.nextInt(100),
        random.nextInt(2_000),
        random.nextInt(5_000),
        random.nextInt(500, 6_000),
        "year",
        IntStream.range(0, random.nextInt(1, 3)).mapToObj(this::mode).toList());
  }

  private Mode mode(int i) {
    int work = random.nextInt(1, 3);
    return new Mode(
        "m" + i,
        0,
        work,
        random.nextInt(2),
        1,
        List.of(new Mode.Down(0, work, random.nextInt(100, 1_001))),
        random.nextInt(100),
        random.nextInt(300),
        random.nextBoolean()
            ? List.of(new Mode.Need("team", random.nextInt(1, 3)))
            : List.of(new Mode.Need("team", 1), new Mode.Need("dba", 1)),
        Optional.empty());
  }

  /** Never a circle: from lower numbers to higher ones; at times two before one. */
  private List<Precedence> precedences() {
    List<Precedence> all = new ArrayList<>();
    for (int after = 1; after < UPGRADES; after++) {
      for (int before = 0; before < after; before++) {
        if (random.nextInt(3) == 0) {
          all.add(new Precedence("u" + before, "u" + after, random.nextInt(3), "order"));
        }
      }
    }
    return all;
  }

  /** What the best of all timetables comes to: every one is looked at. */
  public static long best(Problem problem) {
    return best(problem, timetable -> true, timetable -> 0);
  }

  /**
   * @param allowed which timetables are looked at
   * @param besides what each is held to cost besides
   */
  public static long best(
      Problem problem, Predicate<Timetable> allowed, ToLongFunction<Timetable> besides) {
    return best(
        problem,
        0,
        List.of(),
        timetable -> {
          Checked checked = Check.of(problem, timetable);
          return checked.isValid() && allowed.test(timetable)
              ? checked.score().total(problem.weights()) + besides.applyAsLong(timetable)
              : Long.MAX_VALUE;
        });
  }

  private static long best(
      Problem problem, int number, List<Assignment> assignments, ToLongFunction<Timetable> cost) {
    if (number == problem.upgrades().size()) {
      return cost.applyAsLong(new Timetable(assignments));
    }
    Upgrade upgrade = problem.upgrades().get(number);
    long least = best(problem, number + 1, assignments, cost);
    for (Mode mode : upgrade.modes()) {
      for (int start = 0; start + mode.length() <= HOURS; start++) {
        Assignment one = new Assignment(upgrade.id(), mode.id(), start);
        if (Check.of(problem, new Timetable(List.of(one))).violations().stream()
            .allMatch(violation -> violation.text().endsWith("is not."))) {
          List<Assignment> with = Stream.concat(assignments.stream(), Stream.of(one)).toList();
          least = Math.min(least, best(problem, number + 1, with, cost));
        }
      }
    }
    return least;
  }
}
