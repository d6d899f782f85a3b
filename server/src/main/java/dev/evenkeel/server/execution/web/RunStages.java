package dev.evenkeel.server.execution.web;

import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.runbook.Target;
import dev.evenkeel.server.execution.machine.Plan;
import dev.evenkeel.server.execution.machine.PlannedStep;
import dev.evenkeel.server.execution.machine.Planner;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.machine.StepState;
import dev.evenkeel.server.execution.machine.WaveShape;
import dev.evenkeel.server.execution.web.RunView.Stage;
import dev.evenkeel.server.execution.web.RunView.TargetView;
import dev.evenkeel.server.execution.web.RunView.WaveView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Where waves and targets stand, told from the states of their steps. Pure. */
final class RunStages {
  private final Plan plan;
  private final RunState state;

  RunStages(Plan plan, RunState state) {
    this.plan = plan;
    this.state = state;
  }

  List<WaveView> waves(Runbook runbook) {
    return Planner.waves(runbook).stream()
        .map(wave ->
            new WaveView(
                wave.number(),
                wave.name(),
                Math.round(wave.share() * 100),
                Math.round(wave.traffic() * 100),
                wave.soak().toSeconds(),
                wave.joining().stream().map(Target::name).toList(),
                stage(wave)))
        .toList();
  }

  private Stage stage(WaveShape wave) {
    int current = plan.segments().get(state.segment()).wave();
    Stage steps = stage(step -> step.wave() == wave.number());
    boolean passed =
        wave.number() < current
            || state.segment() == plan.segments().size() - 1
            || state.status() == RunStatus.SUCCEEDED;
    return switch (steps) {
      case WAITING ->
          passed ? Stage.DONE : here(wave, current) ? soaking(Stage.WORKING) : Stage.WAITING;
      case DONE, WORKING -> passed ? Stage.DONE : soaking(Stage.WORKING);
      default -> steps;
    };
  }

  private static boolean here(WaveShape wave, int current) {
    return wave.number() == current;
  }

  private Stage soaking(Stage otherwise) {
    return state.soakSince().isPresent() ? Stage.SOAKING : otherwise;
  }

  List<TargetView> targets(Runbook runbook, Map<String, String> versions) {
    List<WaveShape> waves = Planner.waves(runbook);
    return runbook.targets().stream()
        .map(target ->
            new TargetView(
                target.name(),
                target.group(),
                waves.stream()
                    .filter(wave -> wave.joining().contains(target))
                    .map(WaveShape::number)
                    .findFirst()
                    .orElse(0),
                stage(step -> step.wave() > 0 && step.target().equals(target.name())),
                Optional.ofNullable(versions.get(target.name())),
                current(target)))
        .toList();
  }

  private Optional<String> current(Target target) {
    return plan.steps().values().stream()
        .filter(step -> step.target().equals(target.name()))
        .filter(step -> state.step(step.key()).filter(s -> s.phase().inFlight()).isPresent())
        .map(step -> step.step().title())
        .findFirst();
  }

  /** The stage that the steps chosen are in together. */
  private Stage stage(Predicate<PlannedStep> chosen) {
    List<PlannedStep> steps = plan.steps().values().stream().filter(chosen).toList();
    List<StepState.Phase> begun =
        steps.stream()
            .flatMap(step -> state.step(step.key()).stream())
            .map(StepState::phase)
            .toList();
    if (begun.isEmpty()) {
      return Stage.WAITING;
    }
    if (begun.stream().anyMatch(StepState.Phase::open)) {
      return state.status() == RunStatus.ROLLING_BACK ? Stage.GOING_BACK : Stage.OPEN;
    }
    if (begun.stream().allMatch(phase -> phase == StepState.Phase.REVERTED)) {
      return Stage.BACK;
    }
    if (begun.stream().anyMatch(phase -> phase.name().contains("REVERT"))
        || state.status() == RunStatus.ROLLING_BACK) {
      return Stage.GOING_BACK;
    }
    return begun.stream().allMatch(StepState.Phase::settled) && joined(steps)
        ? Stage.DONE
        : Stage.WORKING;
  }

  /** Later waves' steps on a target upgraded before do not make it unfinished. */
  private boolean joined(List<PlannedStep> steps) {
    int first = steps.stream().mapToInt(PlannedStep::wave).min().orElse(0);
    return steps.stream()
        .filter(step -> step.wave() == first)
        .allMatch(step -> state.step(step.key()).isPresent());
  }
}
