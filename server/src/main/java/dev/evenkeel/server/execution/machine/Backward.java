package dev.evenkeel.server.execution.machine;

import dev.evenkeel.runbook.StepClass;
import dev.evenkeel.server.execution.machine.Effect.Caution;
import dev.evenkeel.server.execution.machine.PlannedStep.Expectation;
import dev.evenkeel.server.execution.machine.StepState.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The way back:
 *
 * <ol>
 *   <li>past a point of no return the run holds instead;
 *   <li>stop what is in flight, and wait until it has ended;
 *   <li>from the newest segment to the oldest, in each the newest tracks first, in each track the
 *       newest step first: undo every step that was begun, also the half-done ones;
 *   <li>what cannot be undone, or nobody knows of, holds the run for a person.
 * </ol>
 */
final class Backward {
  private Backward() {}

  /** Turns the run round and begins the way back, or holds it where going back would do damage. */
  static void begin(Course course, String reason) {
    turn(course, reason);
    advance(course);
  }

  /** Turns the run round, or holds it where going back would do damage. */
  static void turn(Course course, String reason) {
    Optional<PlannedStep> passed = pointOfNoReturn(course);
    if (passed.isPresent()) {
      course.to(
          RunStatus.HELD,
          "%s The point of no return %s was passed, so the run does not go back by itself."
              .formatted(sentence(reason), passed.get().key()));
      return;
    }
    course.state =
        Change.of(course.state)
            .direction(Direction.BACK)
            .soakSince(Optional.empty())
            .backBegan(course.now)
            .backBecause(reason)
            .endedAt(Optional.empty())
            .made();
    course.to(RunStatus.ROLLING_BACK, reason);
    course.add(new Effect.KeepWatching());
    course.stopAllInFlight();
  }

  /** The step behind which there is no way back, when it has been begun. */
  static Optional<PlannedStep> pointOfNoReturn(Course course) {
    return course.plan.steps().values().stream()
        .filter(step -> step.step().stepClass() == StepClass.POINT_OF_NO_RETURN)
        .filter(step -> course.step(step.key()).map(StepState::touched).orElse(false))
        .findFirst();
  }

  static void advance(Course course) {
    if (course.status() != RunStatus.ROLLING_BACK) {
      return;
    }
    if (course.anyForwardInFlight()) {
      return;
    }
    Optional<StepKey> stillGoing = course.stillGoing();
    if (stillGoing.isPresent()) {
      course.to(
          RunStatus.HELD,
          "%s may still go on: %s See that it has ended, then resume: it is undone in its turn."
              .formatted(
                  stillGoing.get(),
                  sentence(course.step(stillGoing.get()).map(StepState::note).orElse(""))));
      return;
    }
    for (int i = course.state.segment(); i >= 0; i--) {
      if (!undone(course, course.plan.segments().get(i))) {
        holdWhenOnlyAPersonCanGoOn(course);
        return;
      }
    }
    course.to(RunStatus.ROLLED_BACK, course.state.backBecause());
  }

  /** Begins what may be undone in a segment; true when all of it is. */
  private static boolean undone(Course course, Segment segment) {
    List<PlannedStep> next =
        segment.tracks().reversed().stream()
            .flatMap(track -> nextBack(course, track).stream())
            .toList();
    // Counted before any is begun, as those of older tracks may have come first. What waits for a
    // person half undone is as unavailable as what is being undone.
    long underWay =
        next.stream().filter(step -> goingBack(course, step) || open(course, step)).count();
    for (PlannedStep step : next) {
      if (underWay < segment.limit() && !goingBack(course, step) && !open(course, step)) {
        underWay++;
        course.beginBack(step, Caution.FIRST, Duration.ZERO);
      }
    }
    return next.isEmpty();
  }

  /** Of several that could not be undone, one may have been settled while the others were not. */
  private static void holdWhenOnlyAPersonCanGoOn(Course course) {
    if (!course.anyInFlight()) {
      course
          .anyOpen()
          .map(course.plan::step)
          .ifPresent(open -> course.to(RunStatus.HELD, needsPerson(open, "It was not undone.")));
    }
  }

  private static String needsPerson(PlannedStep step, String why) {
    if (step.expects() instanceof Expectation.Version) {
      return "%s was not seen to be as it was: %s Put it right and retry %s, or skip that to leave it so."
          .formatted(step.target(), why, step.key());
    }
    return "%s could not be undone: %s It needs a person: retry it, or skip it once it is undone by hand."
        .formatted(step.key(), why);
  }

  private static boolean goingBack(Course course, PlannedStep step) {
    return course.phase(step).filter(Phase::goingBack).isPresent();
  }

  private static boolean open(Course course, PlannedStep step) {
    return course
        .phase(step)
        .filter(p -> p == Phase.REVERT_FAILED || p == Phase.REVERT_UNKNOWN)
        .isPresent();
  }

  /**
   * The newest step of a track that is still to be undone; those with nothing to undo are passed
   * over.
   */
  private static Optional<PlannedStep> nextBack(Course course, Track track) {
    List<PlannedStep> newestFirst = track.steps().reversed();
    for (PlannedStep step : newestFirst) {
      Optional<StepState> state = course.step(step.key());
      if (state.isEmpty() || !state.get().touched() || state.get().phase() == Phase.REVERTED) {
        continue;
      }
      if (step.step().revert().isPresent()) {
        return Optional.of(step);
      }
      course.move(step.key(), Phase.REVERTED, StepState.NOTHING_TO_UNDO);
    }
    return Optional.empty();
  }

  /** An attempt to undo has ended. */
  static void ended(Course course, PlannedStep step, AttemptResult result) {
    StepState state = course.step(step.key()).orElseThrow();
    if (state.phase() == Phase.SKIPPING_REVERT && !(result instanceof AttemptResult.StillGoing)) {
      settledByHand(course, step.key(), state.note());
      advance(course);
      return;
    }
    switch (result) {
      case AttemptResult.Done done -> {
        course.move(step.key(), Phase.REVERTED, "");
        course.log(Entry.of("step-reverted", step.key(), step.step().title()));
      }
      case AttemptResult.Lost(var why) -> again(course, step, Duration.ZERO, why);
      case AttemptResult.Stopped stopped ->
          hold(course, step, Phase.REVERT_FAILED, "it was stopped");
      case AttemptResult.Failed(var why) -> {
        if (state.attempts() <= step.step().retries()) {
          again(course, step, step.step().retryDelay(), why);
        } else {
          hold(course, step, Phase.REVERT_FAILED, why);
        }
      }
      case AttemptResult.StillGoing(var why) ->
          hold(course, step, Phase.REVERT_UNKNOWN, "it may still go on: " + why);
      case AttemptResult.Unknown(var why) -> {
        if (step.step().repeatable()) {
          again(course, step, Duration.ZERO, why);
        } else {
          hold(course, step, Phase.REVERT_UNKNOWN, why);
        }
      }
    }
    advance(course);
  }

  static void settledByHand(Course course, StepKey key, String reason) {
    course.move(key, Phase.REVERTED, reason);
    course.log(Entry.of("revert-skipped", key, reason));
  }

  private static void again(Course course, PlannedStep step, Duration after, String why) {
    course.log(Entry.of("revert-failed", step.key(), why));
    if (course.status() == RunStatus.ROLLING_BACK) {
      course.beginBack(step, Caution.OBSERVE_FIRST, after);
    } else {
      course.move(step.key(), Phase.REVERT_FAILED, why);
    }
  }

  private static void hold(Course course, PlannedStep step, Phase phase, String why) {
    course.move(step.key(), phase, why);
    course.log(Entry.of("revert-failed", step.key(), why));
    if (course.status() == RunStatus.ROLLING_BACK) {
      course.to(RunStatus.HELD, needsPerson(step, sentence(why)));
    }
  }

  static String sentence(String text) {
    return text.isEmpty() || text.endsWith(".") ? text : text + ".";
  }
}
