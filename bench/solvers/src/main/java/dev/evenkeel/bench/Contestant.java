package dev.evenkeel.bench;

import dev.evenkeel.bench.Instance.Place;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.search.Plan;
import dev.evenkeel.optimiser.search.Planner;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Who takes part. Each has the same problem, the same time and two threads. */
enum Contestant {
  EVENKEEL("Evenkeel") {
    @Override
    Answer answer(Problem problem, Stopwatch watch) {
      Plan plan = planned(problem, watch, 1);
      return new Answer(plan.timetable(), plan.progress().bound());
    }
  },

  CP_SAT_FULL("CP-SAT, whole problem") {
    @Override
    Answer answer(Problem problem, Stopwatch watch) {
      Instance instance = new Instance(problem);
      Place[] greedy = Greedy.of(instance);
      watch.hasOne();
      return new WholeModel(instance, greedy).solve(watch);
    }
  },

  CP_SAT_CHEAPEST("CP-SAT, cheapest starts") {
    @Override
    Answer answer(Problem problem, Stopwatch watch) {
      Instance instance = new Instance(problem);
      Place[] greedy = Greedy.of(instance);
      watch.hasOne();
      return ReducedModel.solve(instance, greedy, ReducedModel::cheapest, watch, 0);
    }
  },

  SEARCH_THEN_CP_SAT("Evenkeel, then CP-SAT") {
    @Override
    Answer answer(Problem problem, Stopwatch watch) {
      Plan plan = planned(problem, watch, 0.5);
      Instance instance = new Instance(problem);
      return ReducedModel.solve(
          instance,
          instance.places(plan.timetable()),
          ReducedModel::near,
          watch,
          plan.progress().bound());
    }
  },

  TIMEFOLD("Timefold") {
    @Override
    Answer answer(Problem problem, Stopwatch watch) {
      return TimefoldPair.solve(new Instance(problem), watch);
    }
  };

  private static final long SEED = 1;

  final String title;

  Contestant(String title) {
    this.title = title;
  }

  abstract Answer answer(Problem problem, Stopwatch watch);

  private static Plan planned(Problem problem, Stopwatch watch, double share) {
    Duration time = watch.left(share);
    Planner planner = new Planner(problem, time, System::nanoTime, progress -> {});
    watch.hasOne();
    return planner.run(SEED);
  }

  static List<Contestant> all() {
    return Stream.of(values()).toList();
  }
}
