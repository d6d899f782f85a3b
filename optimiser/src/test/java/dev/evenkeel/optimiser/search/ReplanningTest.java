package dev.evenkeel.optimiser.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.optimiser.RandomProblem;
import dev.evenkeel.optimiser.SharedPlanning;
import dev.evenkeel.optimiser.Slip;
import dev.evenkeel.optimiser.Small;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Check;
import dev.evenkeel.optimiser.timetable.Difference;
import dev.evenkeel.optimiser.timetable.Timetable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When something comes in between, as little as possible moves (C31). */
@Tag("C31")
class ReplanningTest {
  private static final Problem SMALL = Small.problem();
  private static final long MOVE_COST = 700;
  private final AtomicLong clock = new AtomicLong();

  private Plan plan(Problem problem, Wishes wishes, int seconds) {
    return new Planner(problem, wishes, Duration.ofSeconds(seconds), this::tick, told -> {}).run(1);
  }

  private long tick() {
    return clock.addAndGet(1_000_000);
  }

  @Test
  void a_pin_that_breaks_a_rule_by_itself_is_refused_with_the_reason() {
    Wishes wishes = Wishes.NONE.pinning(List.of(new Assignment("U2", "big-bang", 9)));
    assertThatThrownBy(() -> plan(SMALL, wishes, 1))
        .isInstanceOf(WishRefused.class)
        .hasMessage("U2 cannot stand at slot 9, big-bang: nights is closed from slot 9 to 11.");
  }

  @Test
  void pins_that_cannot_both_be_are_refused_each_by_name() {
    Wishes wishes =
        Wishes.NONE.pinning(
            List.of(new Assignment("U1", "big-bang", 23), new Assignment("U2", "big-bang", 24)));
    assertThatThrownBy(() -> plan(SMALL, wishes, 1))
        .isInstanceOfSatisfying(
            WishRefused.class,
            refused ->
                assertThat(refused.findings())
                    .extracting(one -> one.pin().upgrade())
                    .containsExactly("U1", "U2"))
        .hasMessageContaining("1 more of dba would be needed");
  }

  @Test
  void a_pin_that_leaves_no_time_for_what_must_come_before_is_refused() {
    Wishes wishes = Wishes.NONE.pinning(List.of(new Assignment("U2", "big-bang", 4)));
    assertThatThrownBy(() -> plan(SMALL, wishes, 1))
        .isInstanceOf(WishRefused.class)
        .hasMessageContaining("U1 must be done before, by slot 1, and cannot end before slot 5");
  }

  @Test
  void pins_of_what_is_not_there_are_refused() {
    assertThatThrownBy(() ->
            plan(
                SMALL,
                Wishes.NONE.pinning(
                    List.of(new Assignment("U9", "big-bang", 1), new Assignment("U2", "slow", 1))),
                1))
        .hasMessage("There is no upgrade U9.\nU2 has no mode slow.");
  }

  /** The dba is away when the work has already begun; whoever comes after it waits. */
  @Test
  void what_has_begun_stays_whatever_rule_it_breaks_and_the_rest_keeps_to_all() {
    Problem problem = Slip.lacks(SMALL, "dba", 1, 0, 6);
    Wishes wishes =
        Wishes.near(
                new Timetable(
                    List.of(
                        new Assignment("U1", "big-bang", 1), new Assignment("U2", "big-bang", 24))))
            .from(3);
    Plan plan = plan(problem, wishes, 1);
    assertThat(plan.timetable().assignments()).isEqualTo(wishes.near().assignments());
    assertThat(Check.of(problem, plan.timetable()).isValid()).isFalse();
    assertThat(wishes.broken(problem, plan.timetable())).isEmpty();
    assertThat(plan.progress().moved()).isZero();
  }

  /** Every timetable is looked at: none that may be is cheaper, what moved counted. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void the_best_of_all_that_stay_near_is_found(long seed) {
    Problem before = RandomProblem.of(seed);
    Timetable near = plan(before, Wishes.NONE, 2).timetable();
    Problem problem = Slip.takesLonger(Slip.lacks(before, "dba", 1, 4, 12), "u1", 1);
    int now = 3;
    Wishes wishes = Wishes.near(near).from(now).movingFor(MOVE_COST);
    long best =
        RandomProblem.best(
            problem,
            timetable -> staysBefore(now, near, timetable),
            timetable -> MOVE_COST * moved(problem, near, timetable));
    Plan plan = plan(problem, wishes, 5);
    if (best < Long.MAX_VALUE) {
      assertThat(Check.of(problem, plan.timetable()).violations()).isEmpty();
      assertThat(plan.progress().total() + MOVE_COST * plan.progress().moved()).isEqualTo(best);
      assertThat(plan.progress().moved()).isEqualTo(moved(problem, near, plan.timetable()));
    }
    assertThat(wishes.broken(problem, plan.timetable())).isEmpty();
    assertThat(staysBefore(now, near, plan.timetable())).isTrue();
  }

  private static boolean staysBefore(int now, Timetable near, Timetable timetable) {
    return begun(now, near).equals(begun(now, timetable));
  }

  private static List<Assignment> begun(int now, Timetable timetable) {
    return timetable.assignments().stream()
        .filter(one -> one.start() < now)
        .sorted(Comparator.comparing(Assignment::upgrade))
        .toList();
  }

  private static int moved(Problem problem, Timetable near, Timetable timetable) {
    Difference difference = Difference.of(problem, near, timetable);
    return difference.moved().size() + difference.noLongerPlaced().size();
  }

  @ParameterizedTest
  @ValueSource(strings = {"medium-101", "large-101"})
  void after_a_slip_fewer_than_five_of_a_hundred_others_move(String name) throws Exception {
    Problem before = SharedPlanning.problem(name);
    Timetable near = plan(before, Wishes.NONE, 20).timetable();
    List<Assignment> byStart = new ArrayList<>(near.assignments());
    byStart.sort(Comparator.comparingInt(Assignment::start));
    Assignment slips = byStart.get(byStart.size() / 3);
    int now = byStart.get(byStart.size() / 4).start();
    String scarce = before.resources().getFirst().id();
    List<Problem> slipped =
        List.of(
            Slip.takesLonger(before, slips.upgrade(), 3),
            Slip.cannotStartBefore(before, slips.upgrade(), slips.start() + 200),
            Slip.lacks(before, scarce, 1, slips.start(), slips.start() + before.slotsOfADay()),
            Slip.freeze(before, slips.start(), slips.start() + 2));
    for (Problem problem : slipped) {
      Wishes wishes = Wishes.near(near).from(now);
      Planner planner = new Planner(problem, wishes, Duration.ofSeconds(3), this::tick, told -> {});
      assertThat(wishes.broken(problem, planner.best())).isEmpty();
      Plan plan = planner.run(1);
      assertThat(wishes.broken(problem, plan.timetable())).isEmpty();
      assertThat(begun(now, plan.timetable())).isEqualTo(begun(now, near));
      assertThat(plan.progress().moved()).isLessThan(near.assignments().size() / 20);
      assertThat(held(plan.progress(), problem, near))
          .isLessThanOrEqualTo(held(plan.first(), problem, near));
    }
  }

  private static long held(Progress progress, Problem problem, Timetable near) {
    return progress.total() + progress.moved() * Wishes.usualMoveCost(problem, near);
  }
}
