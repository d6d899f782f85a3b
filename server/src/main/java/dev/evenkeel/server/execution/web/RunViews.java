package dev.evenkeel.server.execution.web;

import dev.evenkeel.runbook.StepClass;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.engine.PlannedRun;
import dev.evenkeel.server.execution.engine.Plans;
import dev.evenkeel.server.execution.machine.AttemptId;
import dev.evenkeel.server.execution.machine.Direction;
import dev.evenkeel.server.execution.machine.PlannedStep;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.machine.Segment;
import dev.evenkeel.server.execution.machine.StepState;
import dev.evenkeel.server.execution.machine.WayBack;
import dev.evenkeel.server.execution.store.AttemptStore;
import dev.evenkeel.server.execution.store.OutputStore;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredAttempt;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.execution.store.VerdictStore;
import dev.evenkeel.server.execution.store.VersionStore;
import dev.evenkeel.server.execution.web.RunView.StepView;
import dev.evenkeel.server.execution.web.RunView.VerdictView;
import dev.evenkeel.server.execution.web.RunView.WayBackView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what people see of a run. */
@Component
class RunViews {
  private static final int TAIL = 4_000;

  private final RunStore runs;
  private final AttemptStore attempts;
  private final OutputStore output;
  private final VerdictStore verdicts;
  private final VersionStore versions;
  private final RunLog log;
  private final Plans plans;

  RunViews(
      RunStore runs,
      AttemptStore attempts,
      OutputStore output,
      VerdictStore verdicts,
      VersionStore versions,
      RunLog log,
      Plans plans) {
    this.runs = runs;
    this.attempts = attempts;
    this.output = output;
    this.verdicts = verdicts;
    this.versions = versions;
    this.log = log;
    this.plans = plans;
  }

  /** The run as it is at one instant. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public RunView of(RunId id) {
    StoredRun run = runs.get(id);
    PlannedRun planned = plans.of(run);
    RunState state = run.state();
    Segment segment = planned.plan().segments().get(state.segment());
    RunStages stages = new RunStages(planned.plan(), state);
    return new RunView(
        run.id().value(),
        run.name(),
        run.title(),
        run.kind(),
        run.waiver(),
        run.digest(),
        run.inputs(),
        state.status(),
        state.direction(),
        state.reason(),
        state.status().offers().stream().sorted().toList(),
        run.createdAt(),
        run.createdBy(),
        state.startedAt(),
        state.changeBegan(),
        state.backBegan(),
        state.endedAt(),
        segment.title(),
        state.soakSince(),
        state.soakSince().map(since -> since.plus(segment.soak())),
        stages.waves(planned.runbook()),
        stages.targets(planned.runbook(), versions.newest(id)),
        underWay(run, planned),
        verdicts.newest(id).stream().map(RunViews::verdict).toList(),
        wayBack(run, planned),
        log.newest(id));
  }

  /** Every step of the plan, in its order; those not begun have no phase. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<Map<String, Object>> steps(RunId id) {
    StoredRun run = runs.get(id);
    return plans.of(run).plan().steps().values().stream()
        .map(step -> {
          Optional<StepState> state = run.state().step(step.key());
          return Map.<String, Object>of(
              "key", step.key().value(),
              "title", step.step().title(),
              "target", step.target(),
              "wave", step.wave(),
              "phase", state.map(s -> s.phase().name()).orElse("TO_COME"),
              "note", state.map(StepState::note).orElse(""));
        })
        .toList();
  }

  private List<StepView> underWay(StoredRun run, PlannedRun planned) {
    return planned.plan().steps().values().stream()
        .filter(step ->
            run.state()
                .step(step.key())
                .filter(s -> s.phase().inFlight() || s.phase().open())
                .isPresent())
        .limit(100)
        .map(step -> step(run, step, run.state().step(step.key()).orElseThrow()))
        .toList();
  }

  private StepView step(StoredRun run, PlannedStep step, StepState state) {
    Direction direction =
        state.phase().name().startsWith("REVERT")
                || state.phase() == StepState.Phase.SKIPPING_REVERT
            ? Direction.BACK
            : Direction.FORWARD;
    String attemptId = new AttemptId(step.key(), direction, state.attempts()).in(run.id().value());
    Optional<StoredAttempt> attempt = attempts.find(attemptId);
    Optional<ManualStep> manual =
        attempt
            .filter(a -> a.state() == StoredAttempt.State.WAITING)
            .flatMap(a -> ManualStep.of(step, direction, a));
    return new StepView(
        step.key().value(),
        step.step().title(),
        step.target(),
        step.wave(),
        state.phase(),
        state.since(),
        state.note(),
        attemptId,
        state.attempts(),
        attempt.map(StoredAttempt::waitingFor).orElse(""),
        manual.map(ManualStep::ask),
        manual.flatMap(ManualStep::evidence),
        output.tail(attemptId, TAIL),
        offers(run.state().status(), state));
  }

  private static List<RunCommand> offers(RunStatus status, StepState state) {
    return status.offers().stream()
        .filter(RunCommand::needsStep)
        .filter(command -> command != RunCommand.RETRY || state.phase().open())
        .sorted()
        .toList();
  }

  private static VerdictView verdict(VerdictStore.Given given) {
    var verdict = given.verdict();
    return new VerdictView(
        verdict.rule(),
        verdict.kind(),
        verdict.observed(),
        verdict.baseline(),
        verdict.limit(),
        verdict.evidence(),
        verdict.says(),
        given.at());
  }

  private WayBackView wayBack(StoredRun run, PlannedRun planned) {
    RunState state = run.state();
    Optional<Instant> last =
        state.status().ended() ? Optional.empty() : WayBack.lastSafeMoment(planned.plan(), state);
    return new WayBackView(
        WayBack.from(planned.plan(), state).stream().map(step -> step.key().value()).toList(),
        planned.plan().steps().values().stream()
            .filter(step -> step.wave() > 0 && step.step().revert().isEmpty())
            .filter(step -> !step.step().id().equals("version"))
            .filter(step -> state.step(step.key()).isPresent())
            .map(step -> step.key().value())
            .toList(),
        runs.wayBackRehearsed(run.digest()),
        last,
        planned.plan().steps().values().stream()
            .filter(step -> step.step().stepClass() == StepClass.POINT_OF_NO_RETURN)
            .filter(step -> state.step(step.key()).isPresent())
            .map(step -> step.key().value())
            .findFirst());
  }
}
