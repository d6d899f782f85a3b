package dev.evenkeel.optimiser.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.optimiser.RandomProblem;
import dev.evenkeel.optimiser.SharedPlanning;
import dev.evenkeel.optimiser.Small;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.timetable.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Planning as its user sees it. The clock is one that goes on a little whenever it is asked. */
@Tag("C31")
class PlannerTest {
  private final AtomicLong clock = new AtomicLong();

  private long tick() {
    return clock.addAndGet(1_000_000);
  }

  @Test
  void tells_of_progress_that_only_becomes_better() {
    List<Progress> told = new ArrayList<>();
    new Planner(RandomProblem.of(3), Duration.ofSeconds(5), this::tick, told::add).run(1);
    assertThat(told).hasSizeGreaterThan(1);
    for (int i = 1; i < told.size(); i++) {
      assertThat(told.get(i).total()).isLessThanOrEqualTo(told.get(i - 1).total());
      assertThat(told.get(i).bound()).isGreaterThanOrEqualTo(told.get(i - 1).bound());
      assertThat(told.get(i).elapsed()).isGreaterThanOrEqualTo(told.get(i - 1).elapsed());
    }
  }

  @Test
  void stops_when_told_to_and_gives_what_it_has() {
    Problem problem = Small.problem();
    AtomicReference<Planner> planner = new AtomicReference<>();
    Planner made =
        new Planner(
            problem,
            Duration.ofDays(1_000),
            System::nanoTime,
            progress -> {
              Planner there = planner.get();
              if (there != null) {
                there.stop();
              }
            });
    planner.set(made);
    assertThat(Check.of(problem, made.run(1).timetable()).violations()).isEmpty();
  }

  @Test
  void a_problem_without_upgrades_has_an_empty_timetable() {
    Problem problem =
        Small.read(
            Small.TEXT
                .replaceAll(
                    "(?s)\"upgrades\": \\[.*\\],\n *\"precedences\"",
                    "\"upgrades\": [], \"precedences\"")
                .replaceAll("(?s)\"precedences\": \\[.*\\]\\}", "\"precedences\": []}"));
    Plan plan = new Planner(problem, Duration.ofSeconds(1), this::tick, told -> {}).run(1);
    assertThat(plan.timetable().assignments()).isEmpty();
    assertThat(plan.progress().gap()).isZero();
  }

  /**
   * With little work, shared by the two threads as it happens to come, the best known ones are
   * nearly reached. The first timetable is 10 to 20 % above them.
   */
  @ParameterizedTest
  @CsvSource({
    "small-101, 1157683",
    "small-102, 632683",
    "medium-101, 3631624",
    "medium-102, 4366811"
  })
  void real_instances_come_near_the_best_known(String name, long bestKnown) throws Exception {
    Problem problem = SharedPlanning.problem(name);
    Plan plan = new Planner(problem, Duration.ofSeconds(60), this::tick, told -> {}).run(1);
    Check.Checked checked = Check.of(problem, plan.timetable());
    assertThat(checked.violations()).isEmpty();
    assertThat(checked.score().total(problem.weights())).isEqualTo(plan.progress().total());
    assertThat(plan.progress().total()).isLessThan(bestKnown + bestKnown / 16);
    assertThat(plan.progress().gap()).isBetween(0.0, 0.25);
  }
}
