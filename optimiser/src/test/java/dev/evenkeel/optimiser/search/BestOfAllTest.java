package dev.evenkeel.optimiser.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.optimiser.RandomProblem;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.timetable.Check;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Problems so small that the best of all timetables is known (C31). */
@Tag("C31")
class BestOfAllTest {

  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  private static final Map<Long, Long> BEST = new HashMap<>();

  private static long best(long seed, Problem problem) {
    return BEST.computeIfAbsent(seed, any -> RandomProblem.best(problem));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_best_timetable_is_found_and_no_bound_is_above_it(long seed) {
    Problem problem = RandomProblem.of(seed);
    long best = best(seed, problem);
    AtomicLong clock = new AtomicLong();
    Planner planner =
        new Planner(
            problem,
            Duration.ofSeconds(5),
            () -> clock.addAndGet(1_000_000),
            progress -> {
              assertThat(progress.total()).isGreaterThanOrEqualTo(best);
              assertThat(progress.bound()).isLessThanOrEqualTo(best);
            });
    Plan plan = planner.run(seed);
    Check.Checked checked = Check.of(problem, plan.timetable());
    assertThat(checked.violations()).isEmpty();
    assertThat(checked.score().total(problem.weights()))
        .isEqualTo(plan.progress().total())
        .isEqualTo(best);
    assertThat(plan.progress().bound()).isLessThanOrEqualTo(best);
  }

  /** Whatever the prices are, what the relaxation finds is below. */
  @ParameterizedTest
  @MethodSource("seeds")
  void no_prices_make_a_bound_that_is_too_high(long seed) {
    Problem problem = RandomProblem.of(seed);
    long best = best(seed, problem);
    Model model = Model.of(problem);
    Relaxation relaxation = new Relaxation(model);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 100; i++) {
      Prices prices = new Prices(model);
      for (int row = 0; row < model.rows.length; row++) {
        int[] ofRow = prices.ofRow(row);
        for (int slot = 0; slot < ofRow.length; slot++) {
          ofRow[slot] = random.nextInt(3) == 0 ? random.nextInt(500_000) : 0;
        }
      }
      for (int budget = 0; budget < model.budgetLimit.length; budget++) {
        int[] ofMoney = prices.ofMoney(budget);
        for (int period = 0; period < ofMoney.length; period++) {
          ofMoney[period] = random.nextInt(2) * random.nextInt(5_000);
        }
      }
      prices.settle();
      assertThat(relaxation.solve(prices)).isLessThanOrEqualTo(best * Prices.SCALE);
    }
  }
}
