package dev.evenkeel.server.execution.machine;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.runbook.Step;
import dev.evenkeel.server.execution.machine.Effect.Caution;
import dev.evenkeel.server.execution.machine.StepState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A decision in the making: the state as it changes, and what has gathered to be done and written
 * down.
 */
final class Course {
  final Plan plan;
  final Instant now;
  RunState state;
  private final Map<StepKey, StepState> steps;
  private final List<Effect> effects = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  Course(Plan plan, RunState state, Instant now) {
    this.plan = plan;
    this.state = state;
    this.now = now;
    this.steps = new HashMap<>(state.steps());
  }

  Decision decided() {
    return new Decision(Change.of(state).steps(steps).lastSeen(now).made(), effects, entries);
  }

  /** The state with what became of the steps in this decision. */
  RunState soFar() {
    return Change.of(state).steps(steps).made();
  }

  Optional<StepState> step(StepKey key) {
    return Optional.ofNullable(steps.get(key));
  }

  Optional<Phase> phase(PlannedStep step) {
    return step(step.key()).map(StepState::phase);
  }

  void put(StepKey key, StepState next) {
    steps.put(key, next);
  }

  void move(StepKey key, Phase phase, String note) {
    steps.computeIfPresent(key, (k, was) -> was.to(phase, now, note));
  }

  void log(Entry entry) {
    entries.add(entry);
  }

  void add(Effect effect) {
    effects.add(effect);
  }

  RunStatus status() {
    return state.status();
  }

  Segment segment() {
    return plan.segments().get(state.segment());
  }

  boolean anyInFlight() {
    return steps.values().stream().anyMatch(step -> step.phase().inFlight());
  }

  boolean anyForwardInFlight() {
    return steps.values().stream()
        .anyMatch(step -> step.phase().inFlight() && !step.phase().goingBack());
  }

  /** A step that could not be stopped, and of whose end nobody has said anything yet. */
  Optional<StepKey> stillGoing() {
    return steps.entrySet().stream()
        .filter(entry -> entry.getValue().phase() == Phase.STILL_GOING)
        .map(Map.Entry::getKey)
        .min(StepKey::compareTo);
  }

  /** Who orders a held run to go on says that it has ended. */
  void stillGoingHasEnded() {
    steps.replaceAll((key, step) ->
        step.phase() == Phase.STILL_GOING ? step.to(Phase.UNKNOWN, now, step.note()) : step);
  }

  /**
   * A step that needs a person before the run can go on; going back, only what could not be undone.
   */
  Optional<StepKey> anyOpen() {
    return steps.entrySet().stream()
        .filter(entry -> entry.getValue().phase().open())
        .filter(
            entry -> state.direction() == Direction.FORWARD || entry.getValue().phase().undoing())
        .map(Map.Entry::getKey)
        .min(StepKey::compareTo);
  }

  /** The state as it would be with a step begun. */
  RunState with(PlannedStep step) {
    Map<StepKey, StepState> more = new HashMap<>(steps);
    more.put(step.key(), new StepState(Phase.RUNNING, 1, true, now, ""));
    return state.with(more);
  }

  boolean accepts(Accepted what) {
    return state.accepted().contains(what);
  }

  /** Whether a soak may end with this verdict. */
  boolean letsGoOn(Verdict.Kind kind) {
    return switch (kind) {
      case HEALTHY -> true;
      case WARNING -> accepts(Accepted.WARNING);
      case BREACH -> accepts(Accepted.BREACH);
      case NOT_ENOUGH_EVIDENCE -> false;
    };
  }

  /** A person lets the run go forward with what stands against it; see {@link Accepted}. */
  void acceptAsItIs() {
    boolean noReturn = Backward.pointOfNoReturn(this).isPresent();
    Set<Accepted> all = EnumSet.noneOf(Accepted.class);
    Optional<Verdict.Kind> verdict = state.verdict().map(RunState.Seen::kind);
    if (verdict.filter(Verdict.Kind.WARNING::equals).isPresent()) {
      all.add(Accepted.WARNING);
    }
    if (noReturn && verdict.filter(Verdict.Kind.BREACH::equals).isPresent()) {
      all.add(Accepted.BREACH);
    }
    if (noReturn
        && WayBack.lastSafeMoment(plan, state).filter(last -> !now.isBefore(last)).isPresent()) {
      all.add(Accepted.LAST_SAFE_MOMENT);
    }
    state = Change.of(state).accepted(all).made();
  }

  /** Begins the next forward attempt at a step. */
  void begin(PlannedStep step, Caution caution, Duration after) {
    int number = step(step.key()).filter(s -> s.touched()).map(StepState::attempts).orElse(0) + 1;
    put(step.key(), new StepState(Phase.RUNNING, number, true, now, ""));
    if (state.changeBegan().isEmpty() && !segment().beforeTheFirstChange()) {
      state = Change.of(state).changeBegan(now).made();
    }
    add(new Effect.Begin(new AttemptId(step.key(), Direction.FORWARD, number), caution, after));
    log(Entry.of("step-begun", step.key(), attemptText(number, step.step())));
  }

  /** Begins the next attempt to undo a step. */
  void beginBack(PlannedStep step, Caution caution, Duration after) {
    StepState was = step(step.key()).orElseThrow();
    boolean again =
        was.phase() == Phase.REVERT_FAILED
            || was.phase() == Phase.REVERT_UNKNOWN
            || was.phase() == Phase.REVERTING;
    int number = again ? was.attempts() + 1 : 1;
    put(step.key(), new StepState(Phase.REVERTING, number, true, now, ""));
    add(new Effect.Begin(new AttemptId(step.key(), Direction.BACK, number), caution, after));
    log(Entry.of("revert-begun", step.key(), attemptText(number, step.step())));
  }

  private static String attemptText(int number, Step step) {
    return number == 1 ? step.title() : step.title() + ", attempt " + number;
  }

  /** Asks for the end of every attempt in flight. */
  void stopAllInFlight() {
    steps.forEach((key, step) -> {
      if (step.phase().inFlight()) {
        Direction direction = step.phase().goingBack() ? Direction.BACK : Direction.FORWARD;
        add(new Effect.Stop(new AttemptId(key, direction, step.attempts())));
      }
    });
  }

  void to(RunStatus status, String reason) {
    state = Change.of(state).status(status).reason(reason).made();
    if (status == RunStatus.RUNNING) {
      // Who lets it go on says that the clock is right.
      state = Change.of(state).clockMoved(Optional.empty()).made();
    }
    if (status.ended()) {
      state = Change.of(state).endedAt(Optional.of(now)).made();
    }
    log(
        Entry.of(
            "run-" + status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), reason));
  }
}
