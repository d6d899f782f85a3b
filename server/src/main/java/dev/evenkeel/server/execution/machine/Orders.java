package dev.evenkeel.server.execution.machine;

import dev.evenkeel.server.execution.machine.Effect.Caution;
import dev.evenkeel.server.execution.machine.Signal.Commanded;
import dev.evenkeel.server.execution.machine.StepState.Phase;
import java.time.Duration;
import java.util.Optional;

/**
 * What a person orders. Refuses what the status does not offer, and what makes no sense for the
 * step.
 */
final class Orders {
  private Orders() {}

  static void carryOut(Course course, Commanded order) {
    RunCommand command = order.command();
    if (!course.status().offers().contains(command)) {
      throw new NotOffered(InWords.notNow(course.status(), command));
    }
    if (command.needsReason() && order.reason().isBlank()) {
      throw new NotOffered(
          "Give a reason for %s: it is written into the log of the run."
              .formatted(InWords.doing(command)));
    }
    if (command.needsStep() && order.step().isEmpty()) {
      throw new NotOffered(
          "Say which step, such as w1/n1/stop: %s needs it.".formatted(InWords.doing(command)));
    }
    if (course.state.goesForwardBy(command)) {
      course.state = Change.of(course.state).openUntil(order.openUntil()).made();
    }
    switch (command) {
      case START -> start(course);
      case PAUSE -> course.to(RunStatus.PAUSED, because(order, "A person paused the run."));
      case RESUME -> resume(course);
      case RETRY -> retry(course, order.step().orElseThrow());
      case SKIP -> skip(course, order.step().orElseThrow(), order.reason());
      case ROLL_BACK -> rollBack(course, order);
      case ABORT -> {
        course.stopAllInFlight();
        course.to(RunStatus.ABORTED, order.reason());
      }
    }
  }

  private static String because(Commanded order, String otherwise) {
    return order.reason().isBlank() ? otherwise : order.reason();
  }

  private static void start(Course course) {
    course.state = Change.of(course.state).startedAt(course.now).made();
    course.to(RunStatus.RUNNING, "");
    course.add(new Effect.KeepWatching());
    Forward.advance(course);
  }

  private static void resume(Course course) {
    course.stillGoingHasEnded();
    Optional<StepKey> open = course.anyOpen();
    if (open.isPresent()) {
      throw new NotOffered(
          "%s is not settled: retry it, skip it with a reason, or roll back."
              .formatted(open.get()));
    }
    if (course.state.direction() == Direction.BACK) {
      course.to(RunStatus.ROLLING_BACK, course.state.backBecause());
      Backward.advance(course);
      return;
    }
    course.acceptAsItIs();
    course.to(RunStatus.RUNNING, "");
    if (course.state.soakSince().isPresent()) {
      course.state = Change.of(course.state).soakSince(Optional.of(course.now)).made();
      course.log(Entry.of("soak-begun", "The soak begins anew, so that it is watched as a whole."));
    }
    Forward.advance(course);
  }

  private static void retry(Course course, StepKey key) {
    PlannedStep step = planned(course, key);
    Phase phase = course.phase(step).orElse(Phase.DONE);
    if (!phase.open()) {
      throw new NotOffered(
          "%s is %s; only a failed, stopped or unknown step can be tried again."
              .formatted(
                  key, course.step(key).map(s -> InWords.of(s.phase())).orElse("still to come")));
    }
    if (phase.undoing()) {
      course.to(RunStatus.ROLLING_BACK, course.state.backBecause());
      course.beginBack(step, Caution.ORDERED, Duration.ZERO);
      Backward.advance(course);
    } else if (course.state.direction() == Direction.BACK) {
      throw new NotOffered(
          "%s is undone when its turn comes; it is not tried again on the way back."
              .formatted(key));
    } else {
      course.acceptAsItIs();
      course.begin(step, Caution.ORDERED, Duration.ZERO);
      if (course.status() == RunStatus.HELD && course.anyOpen().isEmpty()) {
        course.to(RunStatus.RUNNING, "");
        Forward.advance(course);
      }
    }
  }

  private static void skip(Course course, StepKey key, String reason) {
    PlannedStep step = planned(course, key);
    Optional<StepState> state = course.step(key);
    Phase phase = state.map(StepState::phase).orElse(Phase.STOPPED);
    switch (phase) {
      case DONE, SKIPPED, SKIPPING, SKIPPING_REVERT, REVERTED ->
          throw new NotOffered("%s is %s already.".formatted(key, InWords.of(phase)));
      case RUNNING -> {
        course.move(key, Phase.SKIPPING, reason);
        course.add(new Effect.Stop(attempt(key, Direction.FORWARD, state.orElseThrow())));
      }
      case REVERTING -> {
        course.move(key, Phase.SKIPPING_REVERT, reason);
        course.add(new Effect.Stop(attempt(key, Direction.BACK, state.orElseThrow())));
      }
      case REVERT_FAILED, REVERT_UNKNOWN -> {
        Backward.settledByHand(course, key, reason);
        goOn(course);
      }
      case FAILED, UNKNOWN, STOPPED, STILL_GOING -> {
        if (course.state.direction() == Direction.BACK) {
          throw new NotOffered("%s is undone when its turn comes; skip it then.".formatted(key));
        }
        boolean touched = state.map(StepState::touched).orElse(false);
        int attempts = state.map(StepState::attempts).orElse(0);
        course.put(key, new StepState(Phase.SKIPPED, attempts, touched, course.now, reason));
        course.log(Entry.of("step-skipped", step.key(), reason));
        goOn(course);
      }
    }
  }

  /** A held run whose last open step was settled goes on; a paused one waits for its resume. */
  private static void goOn(Course course) {
    if (course.status() == RunStatus.HELD && course.anyOpen().isEmpty()) {
      resume(course);
    } else if (course.status() == RunStatus.RUNNING) {
      Forward.advance(course);
    }
  }

  private static void rollBack(Course course, Commanded order) {
    if (course.state.direction() == Direction.BACK && course.status() == RunStatus.HELD) {
      throw new NotOffered(
          "The run is on its way back already and held at %s: retry it, or skip it with a reason."
              .formatted(course.anyOpen().map(StepKey::value).orElse("no step")));
    }
    Backward.pointOfNoReturn(course)
        .ifPresent(step -> {
          throw new NotOffered(
              "The point of no return %s was passed; going back would do damage. Go forward (resume, retry, skip) or abort and repair by hand."
                  .formatted(step.key()));
        });
    if (course.status() == RunStatus.HELD) {
      course.stillGoingHasEnded();
    }
    Backward.turn(course, because(order, "A person asked for the way back."));
    // First what was under way when it was aborted: those targets are unavailable already.
    course.plan.steps().values().stream()
        .filter(step -> course.phase(step).filter(Phase::open).isPresent())
        .filter(step -> course.phase(step).orElseThrow().undoing())
        .forEach(step -> course.beginBack(step, Caution.ORDERED, Duration.ZERO));
    Backward.advance(course);
  }

  private static AttemptId attempt(StepKey key, Direction direction, StepState state) {
    return new AttemptId(key, direction, state.attempts());
  }

  private static PlannedStep planned(Course course, StepKey key) {
    PlannedStep step = course.plan.steps().get(key);
    if (step == null) {
      throw new NotOffered("The run has no step %s.".formatted(key));
    }
    return step;
  }
}
