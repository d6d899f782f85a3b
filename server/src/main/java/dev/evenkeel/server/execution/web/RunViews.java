package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.engine.ManualStep;
import dev.evenkeel.server.execution.engine.PlannedRun;
import dev.evenkeel.server.execution.engine.Plans;
import dev.evenkeel.server.execution.machine.AttemptId;
import dev.evenkeel.server.execution.machine.Direction;
import dev.evenkeel.server.execution.machine.PlannedStep;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.Segment;
import dev.evenkeel.server.execution.machine.StepState;
import dev.evenkeel.server.execution.store.AppointmentStore;
import dev.evenkeel.server.execution.store.AttemptStore;
import dev.evenkeel.server.execution.store.OutputStore;
import dev.evenkeel.server.execution.store.OverrideStore;
import dev.evenkeel.server.execution.store.Rehearsals;
import dev.evenkeel.server.execution.store.RunMark;
import dev.evenkeel.server.execution.store.RunMarks;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredAttempt;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.execution.store.VerdictStore;
import dev.evenkeel.server.execution.store.VersionStore;
import dev.evenkeel.server.execution.web.RunView.StepView;
import dev.evenkeel.server.execution.web.RunView.VerdictView;
import dev.evenkeel.server.plan.UpgradeId;
import java.time.Duration;
import java.util.Comparator;
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
  private static final int SHOWN = 100;

  /** Many look at the same run at the same time: it is put together once for every mark. */
  private record Seen(RunMark mark, Optional<Duration> rehearsed, RunView view) {}

  private final RunStore runs;
  private final AttemptStore attempts;
  private final OutputStore output;
  private final VerdictStore verdicts;
  private final VersionStore versions;
  private final RunMarks marks;
  private final Rehearsals rehearsals;
  private final AppointmentStore appointments;
  private final OverrideStore overrides;
  private final Plans plans;
  private final Recent<RunId, Seen> kept = new Recent<>(50);

  RunViews(
      RunStore runs,
      AttemptStore attempts,
      OutputStore output,
      VerdictStore verdicts,
      VersionStore versions,
      RunMarks marks,
      Rehearsals rehearsals,
      AppointmentStore appointments,
      OverrideStore overrides,
      Plans plans) {
    this.runs = runs;
    this.attempts = attempts;
    this.output = output;
    this.verdicts = verdicts;
    this.versions = versions;
    this.marks = marks;
    this.rehearsals = rehearsals;
    this.appointments = appointments;
    this.overrides = overrides;
    this.plans = plans;
  }

  /** The run as it is at one instant. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public RunView of(RunId id) {
    RunMark mark = marks.of(id);
    Optional<Duration> rehearsed = rehearsals.wayBack(id);
    Seen seen = kept.get(id);
    if (seen != null && seen.mark.equals(mark) && seen.rehearsed.equals(rehearsed)) {
      return seen.view;
    }
    RunView view = look(runs.get(id), mark, rehearsed);
    kept.put(id, new Seen(mark, rehearsed, view));
    return view;
  }

  private RunView look(StoredRun run, RunMark mark, Optional<Duration> rehearsed) {
    RunId id = run.id();
    PlannedRun planned = plans.of(run);
    RunState state = run.state();
    Segment segment = planned.plan().segments().get(state.segment());
    RunStages stages =
        new RunStages(
            planned,
            state,
            new KnownVersions(planned.plan(), state, versions.newest(id), versions.oldest(id)));
    return new RunView(
        run.id().value(),
        run.name(),
        run.title(),
        run.kind(),
        run.waiver(),
        run.upgrade().map(UpgradeId::value),
        run.digest(),
        run.inputs(),
        state.status(),
        state.direction(),
        Optional.ofNullable(rehearsals.of(List.of(id)).get(id)).map(RehearsalView::of),
        appointments.find(id).map(AppointmentView::of),
        overrides.of(id),
        state.reason(),
        Offers.ofRun(planned.plan(), state),
        run.createdAt(),
        run.createdBy(),
        state.startedAt(),
        state.changeBegan(),
        state.backBegan(),
        state.endedAt(),
        segment.title(),
        state.soakSince(),
        state.soakSince().map(since -> since.plus(segment.soak())),
        stages.waves(),
        stages.targets(),
        underWay(run, planned),
        verdicts.newest(id).stream().map(RunViews::verdict).toList(),
        WaysBack.of(planned.plan(), state, rehearsed),
        mark.seq(),
        mark.toString());
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

  /** Those that need a person first. */
  private List<StepView> underWay(StoredRun run, PlannedRun planned) {
    List<Begun> begun =
        planned.plan().steps().values().stream()
            .flatMap(step -> run.state().step(step.key()).map(s -> new Begun(step, s)).stream())
            .filter(b -> b.state.phase().inFlight() || b.state.phase().open())
            .sorted(Comparator.comparing(b -> !b.state.phase().open()))
            .limit(SHOWN)
            .toList();
    Map<String, StoredAttempt> known =
        attempts.find(begun.stream().map(b -> b.attempt(run.id())).toList());
    return begun.stream()
        .map(b -> step(run, b, Optional.ofNullable(known.get(b.attempt(run.id())))))
        .toList();
  }

  private record Begun(PlannedStep step, StepState state) {
    Direction direction() {
      return state.phase().back() ? Direction.BACK : Direction.FORWARD;
    }

    String attempt(RunId run) {
      return new AttemptId(step.key(), direction(), state.attempts()).in(run.value());
    }
  }

  private StepView step(StoredRun run, Begun begun, Optional<StoredAttempt> attempt) {
    PlannedStep step = begun.step;
    StepState state = begun.state;
    Optional<ManualStep> manual =
        attempt
            .filter(a -> a.state() == StoredAttempt.State.WAITING)
            .flatMap(a -> ManualStep.of(step.step(), a));
    OutputStore.Ending tail =
        attempt.filter(a -> a.printed() > 0).isPresent()
            ? output.ending(begun.attempt(run.id()), TAIL)
            : new OutputStore.Ending("", 0);
    return new StepView(
        step.key().value(),
        StepWords.title(step, state),
        step.target(),
        step.wave(),
        state.phase(),
        StepWords.onlyLooks(step, state),
        StepWords.word(step, state),
        state.since(),
        state.note(),
        begun.attempt(run.id()),
        state.attempts(),
        attempt.map(StoredAttempt::waitingFor).orElse(""),
        manual.map(ManualStep::ask),
        manual.flatMap(ManualStep::evidence),
        tail.text(),
        tail.seq(),
        Offers.ofStep(run.state(), state));
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
}
