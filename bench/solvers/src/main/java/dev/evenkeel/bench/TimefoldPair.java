package dev.evenkeel.bench;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.monitoring.MonitoringConfig;
import dev.evenkeel.bench.Instance.Place;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

/**
 * Timefold's local search from the greedy timetable on. Its free edition searches with one thread,
 * so two searches with seeds of their own go side by side and the better one counts. An upgrade
 * moves to another place; swaps make no sense, as no two upgrades share one. Moves of two at once,
 * ruin and recreate, tabu search and great deluge were worse.
 */
final class TimefoldPair {
  private TimefoldPair() {}

  static Answer solve(Instance instance, Stopwatch watch) {
    Place[] greedy = Greedy.of(instance);
    watch.hasOne();
    List<CompletableFuture<TimefoldPlan>> searches =
        LongStream.rangeClosed(1, CpSat.WORKERS)
            .mapToObj(seed -> CompletableFuture.supplyAsync(
                () -> solver(seed, watch).solve(new TimefoldPlan(instance, greedy)),
                task -> Thread.ofPlatform().start(task)))
            .toList();
    TimefoldPlan best = null;
    for (CompletableFuture<TimefoldPlan> search : searches) {
      TimefoldPlan plan = search.join();
      if (best == null || plan.getScore().compareTo(best.getScore()) > 0) {
        best = plan;
      }
    }
    return new Answer(instance.timetable(best.chosen()), 0);
  }

  private static Solver<TimefoldPlan> solver(long seed, Stopwatch watch) {
    return SolverFactory.<TimefoldPlan>create(
            new SolverConfig()
                .withSolutionClass(TimefoldPlan.class)
                .withEntityClasses(TimefoldUpgrade.class)
                .withRandomSeed(seed)
                .withScoreDirectorFactory(
                    new ScoreDirectorFactoryConfig()
                        .withIncrementalScoreCalculatorClass(TimefoldScore.class))
                .withMonitoringConfig(new MonitoringConfig().withSolverMetricList(List.of()))
                .withTerminationSpentLimit(Duration.ofMillis(watch.left().toMillis()))
                .withPhases(
                    new LocalSearchPhaseConfig()
                        .withLocalSearchType(LocalSearchType.LATE_ACCEPTANCE)
                        .withMoveSelectorConfig(new ChangeMoveSelectorConfig())))
        .buildSolver();
  }
}
