package dev.evenkeel.server.execution.machine;

import static dev.evenkeel.server.execution.machine.Plans.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.evenkeel.runbook.StepClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many thousands of runs that go wrong in every way keep what the machine promises. */
@Tag("C85")
@Tag("C98")
class RunSimulationTest {
  private static final int RUNS = Integer.getInteger("evenkeel.simulations", 20_000);

  @Test
  void whatever_goes_wrong_the_promises_hold() {
    long first = Long.getLong("evenkeel.seed", System.nanoTime());
    Map<RunStatus, Integer> ends = new EnumMap<>(RunStatus.class);
    for (long seed = first; seed < first + RUNS; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      try {
        RunState end = new SimulatedWorld(aPlan(random), random).runToItsEnd();
        ends.merge(end.status(), 1, Integer::sum);
      } catch (RuntimeException | AssertionError broken) {
        fail(
            "Seed %d (repeat it with -Devenkeel.seed=%d): %s".formatted(seed, seed, broken),
            broken);
      }
    }
    System.out.printf("%d simulated runs from seed %d: %s%n", RUNS, first, ends);
    assertThat(ends.keySet())
        .contains(RunStatus.SUCCEEDED, RunStatus.ROLLED_BACK, RunStatus.REFUSED, RunStatus.ABORTED);
  }

  private static Plan aPlan(RandomGenerator random) {
    List<Segment> segments = new ArrayList<>();
    segments.add(checks(check("before/well")));
    int waves = 1 + random.nextInt(3);
    for (int wave = 1; wave <= waves; wave++) {
      List<Track> tracks = new ArrayList<>();
      for (int target = 0; target < random.nextInt(4); target++) {
        List<PlannedStep> steps = new ArrayList<>();
        for (int step = 0; step <= random.nextInt(4); step++) {
          steps.add(aStep("w%d/n%d/s%d".formatted(wave, target, step), random));
        }
        tracks.add(new Track("n" + target, steps));
      }
      segments.add(targets(1 + random.nextInt(3), tracks.toArray(Track[]::new)));
      segments.add(
          soak(
              Duration.ofSeconds(random.nextInt(3) * 10L),
              random.nextBoolean()
                  ? new PlannedStep[] {aStep("w" + wave + "/wave/s", random)}
                  : new PlannedStep[0]));
    }
    Plan plan = plan(segments.toArray(Segment[]::new));
    Plan limited =
        random.nextInt(3) == 0 ? within(Duration.ofMinutes(10 + random.nextInt(60)), plan) : plan;
    return random.nextBoolean() ? watched(limited) : limited;
  }

  private static PlannedStep aStep(String key, RandomGenerator random) {
    if (random.nextInt(25) == 0) {
      return pointOfNoReturn(key);
    }
    return step(
        key,
        StepClass.REVERSIBLE,
        random.nextInt(6) > 0,
        random.nextInt(3),
        random.nextInt(4) == 0);
  }
}
