package dev.evenkeel.server.execution.web;

import dev.evenkeel.runbook.Interpolation;
import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.runbook.Scope;
import dev.evenkeel.runbook.Target;
import dev.evenkeel.runbook.UnknownName;
import dev.evenkeel.server.execution.engine.PlannedRun;
import dev.evenkeel.server.execution.machine.Direction;
import dev.evenkeel.server.execution.machine.Names;
import dev.evenkeel.server.execution.machine.Plan;
import dev.evenkeel.server.execution.machine.PlannedStep;
import dev.evenkeel.server.execution.machine.Planner;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.machine.StepState;
import dev.evenkeel.server.execution.machine.StepState.Phase;
import dev.evenkeel.server.execution.machine.WaveShape;
import dev.evenkeel.server.execution.web.RunView.Stage;
import dev.evenkeel.server.execution.web.RunView.TargetView;
import dev.evenkeel.server.execution.web.RunView.WaveView;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where waves and targets stand, told from the states of their steps. Pure. */
final class RunStages {
  private final Plan plan;
  private final Runbook runbook;
  private final Map<String, String> inputs;
  private final RunState state;
  private final List<WaveShape> waves;
  private final Map<Integer, List<PlannedStep>> byWave;
  private final Map<String, List<PlannedStep>> byTarget;
  private final KnownVersions versions;

  RunStages(PlannedRun planned, RunState state, KnownVersions versions) {
    this.versions = versions;
    this.plan = planned.plan();
    this.runbook = planned.runbook();
    this.inputs = planned.inputs();
    this.state = state;
    this.waves = Planner.waves(runbook);
    Collection<PlannedStep> steps = plan.steps().values();
    this.byWave = steps.stream().collect(Collectors.groupingBy(PlannedStep::wave));
    this.byTarget = steps.stream().collect(Collectors.groupingBy(PlannedStep::target));
  }

  List<WaveView> waves() {
    return waves.stream()
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
    Stage steps = stage(byWave.getOrDefault(wave.number(), List.of()));
    boolean passed =
        wave.number() < current
            || state.segment() == plan.segments().size() - 1
            || state.status() == RunStatus.SUCCEEDED;
    return switch (steps) {
      case WAITING -> passed ? Stage.DONE : notBegun(wave, current);
      case DONE, WORKING -> passed ? Stage.DONE : soaking(Stage.WORKING);
      case BACK -> furthestFromBack(wave.joining(), Stage.BACK);
      default -> steps;
    };
  }

  private Stage notBegun(WaveShape wave, int current) {
    return wave.number() == current && state.direction() == Direction.FORWARD
        ? soaking(Stage.WORKING)
        : furthestFromBack(wave.joining(), Stage.WAITING);
  }

  private Stage soaking(Stage otherwise) {
    return state.soakSince().isPresent() ? Stage.SOAKING : otherwise;
  }

  /** A wave is as it was only when each of its targets is. */
  private Stage furthestFromBack(List<Target> targets, Stage otherwise) {
    List<Stage> stages = targets.stream().map(Target::name).map(this::stage).toList();
    return Stream.of(Stage.OPEN, Stage.UNCONFIRMED, Stage.UNDONE)
        .filter(stages::contains)
        .findFirst()
        .orElse(otherwise);
  }

  List<TargetView> targets() {
    Map<String, Integer> joins = new HashMap<>();
    waves.forEach(wave -> wave.joining().forEach(t -> joins.put(t.name(), wave.number())));
    return runbook.targets().stream()
        .map(target -> {
          return new TargetView(
              target.name(),
              target.group(),
              joins.getOrDefault(target.name(), 0),
              stage(target.name()),
              versions.known(target.name()),
              versions.before(target.name()),
              wanted(target),
              current(stepsOf(target.name())));
        })
        .toList();
  }

  private List<PlannedStep> stepsOf(String target) {
    return byTarget.getOrDefault(target, List.of());
  }

  /** Undone is not back: that a target is as it was, only a look at its version tells. */
  private Stage stage(String target) {
    Stage changes = stage(stepsOf(target).stream().filter(step -> step.wave() > 0).toList());
    if (changes != Stage.BACK && changes != Stage.WAITING) {
      return changes;
    }
    return versions
        .lookAtTheEnd(target)
        .map(look -> looked(target, look, changes))
        .orElse(anyUndoneByHand(target) ? Stage.UNCONFIRMED : changes);
  }

  private Stage looked(String target, StepState look, Stage changes) {
    return switch (look.phase()) {
      case REVERT_FAILED, REVERT_UNKNOWN -> Stage.OPEN;
      case REVERTED -> versions.seenAsItWas(target) ? changes : Stage.UNCONFIRMED;
      default -> changes == Stage.BACK ? Stage.UNDONE : changes;
    };
  }

  private boolean anyUndoneByHand(String target) {
    return stepsOf(target).stream()
        .flatMap(step -> state.step(step.key()).stream())
        .anyMatch(StepState::undoneByHand);
  }

  private Optional<String> wanted(Target target) {
    Map<String, String> names = new HashMap<>(Names.ofInputs(runbook, inputs));
    names.putAll(Names.ofTarget(target));
    try {
      return runbook.version().map(rule -> Interpolation.text(rule.to(), Scope.of(names)));
    } catch (UnknownName knownOnlyLater) {
      return Optional.empty();
    }
  }

  private Optional<String> current(List<PlannedStep> steps) {
    return steps.stream()
        .filter(step -> state.step(step.key()).filter(s -> s.phase().inFlight()).isPresent())
        .map(step -> StepWords.title(step, state.step(step.key()).orElseThrow()))
        .findFirst();
  }

  /** The stage that these steps are in together. */
  private Stage stage(List<PlannedStep> steps) {
    // On the way back nothing is to be undone of what was skipped before it was begun.
    List<Phase> begun =
        steps.stream()
            .flatMap(step -> state.step(step.key()).stream())
            .filter(step -> step.touched() || state.direction() == Direction.FORWARD)
            .map(StepState::phase)
            .toList();
    if (begun.isEmpty()) {
      return Stage.WAITING;
    }
    if (begun.stream().anyMatch(Phase::open)) {
      return state.status() == RunStatus.ROLLING_BACK ? Stage.GOING_BACK : Stage.OPEN;
    }
    if (begun.stream().allMatch(phase -> phase == Phase.REVERTED)) {
      return Stage.BACK;
    }
    if (begun.stream().anyMatch(Phase::back) || state.status() == RunStatus.ROLLING_BACK) {
      return Stage.GOING_BACK;
    }
    return begun.stream().allMatch(Phase::settled) && joined(steps) ? Stage.DONE : Stage.WORKING;
  }

  /** Later waves' steps on a target upgraded before do not make it unfinished. */
  private boolean joined(List<PlannedStep> steps) {
    int first = steps.stream().mapToInt(PlannedStep::wave).min().orElse(0);
    return steps.stream()
        .filter(step -> step.wave() == first)
        .allMatch(step -> state.step(step.key()).isPresent());
  }
}
