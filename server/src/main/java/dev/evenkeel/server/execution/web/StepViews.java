package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.engine.Plans;
import dev.evenkeel.server.execution.machine.Plan;
import dev.evenkeel.server.execution.machine.PlannedStep;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.Segment;
import dev.evenkeel.server.execution.machine.StepKey;
import dev.evenkeel.server.execution.machine.StepState;
import dev.evenkeel.server.execution.store.AttemptStore;
import dev.evenkeel.server.execution.store.OutputStore;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredAttempt;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.shared.Refused;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what people see of the steps of a run. */
@Component
class StepViews {
  private static final int TAIL = 100_000;

  private final RunStore runs;
  private final AttemptStore attempts;
  private final OutputStore output;
  private final Plans plans;

  StepViews(RunStore runs, AttemptStore attempts, OutputStore output, Plans plans) {
    this.runs = runs;
    this.attempts = attempts;
    this.output = output;
    this.plans = plans;
  }

  /** A part of the run and its steps, in the order they are carried out. */
  record SegmentView(String title, List<StepLine> steps) {}

  /**
   * @param state empty while it is still to come
   */
  record StepLine(PlannedStep step, Optional<StepState> state) {
    public String key() {
      return step.key().value();
    }

    /** Key of the word for where it stands. */
    public String word() {
      return state.map(s -> StepWords.word(step, s)).orElse("TO_COME");
    }
  }

  /**
   * An attempt with the end of what it printed.
   *
   * @param cut whether more was printed before that
   */
  record AttemptView(StoredAttempt attempt, String tail, boolean cut) {}

  /**
   * @param target only the steps of this target; empty takes all
   */
  List<SegmentView> of(RunId id, String target) {
    StoredRun run = runs.get(id);
    return plans.of(run).plan().segments().stream()
        .map(segment -> segment(segment, target, run.state()))
        .filter(segment -> !segment.steps().isEmpty())
        .toList();
  }

  private static SegmentView segment(Segment segment, String target, RunState state) {
    return new SegmentView(
        segment.title(),
        segment.tracks().stream()
            .flatMap(track -> track.steps().stream())
            .filter(step -> target.isEmpty() || step.target().equals(target))
            .map(step -> new StepLine(step, state.step(step.key())))
            .toList());
  }

  /**
   * @throws Refused when the run has no such step
   */
  StepLine one(RunId id, String key) {
    StoredRun run = runs.get(id);
    Plan plan = plans.of(run).plan();
    PlannedStep step = plan.steps().get(new StepKey(key));
    if (step == null) {
      throw new Refused(Refused.Kind.NOT_FOUND, "The run %s has no step '%s'.".formatted(id, key));
    }
    return new StepLine(step, run.state().step(step.key()));
  }

  /** Every attempt at a step, the newest first. */
  @Transactional(readOnly = true)
  public List<AttemptView> attempts(RunId id, String key) {
    return attempts.ofStep(id, new StepKey(key)).reversed().stream()
        .map(attempt -> {
          String tail = attempt.printed() == 0 ? "" : output.tail(attempt.id(), TAIL);
          return new AttemptView(attempt, tail, tail.length() < attempt.printed());
        })
        .toList();
  }
}
