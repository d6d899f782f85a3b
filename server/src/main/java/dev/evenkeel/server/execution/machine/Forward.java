package dev.evenkeel.server.execution.machine;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.execution.machine.Effect.Caution;
import dev.evenkeel.server.execution.machine.StepState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Going forward:
 *
 * <ol>
 *   <li>begin the next step of as many tracks of the segment as may be under way at once;
 *   <li>when all tracks are settled, soak;
 *   <li>when the soak is over and the watch has found all well since, go to the next segment;
 *   <li>after the last one the run has succeeded.
 * </ol>
 */
final class Forward {
  private Forward() {}

  static void advance(Course course) {
    while (course.status() == RunStatus.RUNNING) {
      Segment segment = course.segment();
      beginWhatMay(course, segment);
      if (!segment.tracks().stream().allMatch(track -> settled(course, track))) {
        return;
      }
      if (!soaked(course, segment)) {
        return;
      }
      next(course);
    }
  }

  private static void beginWhatMay(Course course, Segment segment) {
    long underWay =
        segment.tracks().stream().filter(t -> begun(course, t) && !settled(course, t)).count();
    for (Track track : segment.tracks()) {
      if (settled(course, track)) {
        continue;
      }
      if (!begun(course, track)) {
        if (underWay >= segment.limit()) {
          continue;
        }
        underWay++;
      }
      Optional<PlannedStep> next =
          nextOf(course, track).filter(step -> course.step(step.key()).isEmpty());
      if (next.isPresent() && tooLate(course, next.get())) {
        return;
      }
      next.ifPresent(step -> course.begin(step, Caution.FIRST, Duration.ZERO));
    }
  }

  /** Begins nothing that could not be undone in the time left; goes back while that still fits. */
  private static boolean tooLate(Course course, PlannedStep step) {
    boolean late =
        course.plan.duration().isPresent()
            && !course.accepts(Accepted.LAST_SAFE_MOMENT)
            && WayBack.lastSafeMoment(course.plan, course.with(step))
                .filter(last -> !course.now.isBefore(last))
                .isPresent();
    if (late) {
      String says =
          "The last safe moment has come: with %s begun, the way back would not fit the time left."
              .formatted(step.key());
      if (course.segment().beforeTheFirstChange()) {
        course.stopAllInFlight();
        course.to(RunStatus.REFUSED, says + " Nothing has been changed.");
      } else {
        Backward.begin(course, says);
      }
    }
    return late;
  }

  private static boolean begun(Course course, Track track) {
    return track.steps().stream().anyMatch(step -> course.step(step.key()).isPresent());
  }

  private static boolean settled(Course course, Track track) {
    return nextOf(course, track).isEmpty();
  }

  private static Optional<PlannedStep> nextOf(Course course, Track track) {
    return track.steps().stream()
        .filter(step -> !course.phase(step).map(Phase::settled).orElse(false))
        .findFirst();
  }

  private static boolean soaked(Course course, Segment segment) {
    boolean judged = course.plan.watched() && segment.kind() == Segment.Kind.WAVE;
    if (segment.soak().isZero() && !judged) {
      return true;
    }
    if (course.state.soakSince().isEmpty()) {
      course.state = Change.of(course.state).soakSince(Optional.of(course.now)).made();
      course.log(
          Entry.of("soak-begun", segment.title() + ": watched for " + Spoken.of(segment.soak())));
      return false;
    }
    Instant since = course.state.soakSince().get();
    Instant over = since.plus(segment.soak());
    if (course.now.isBefore(over)) {
      return false;
    }
    if (!course.plan.watched()) {
      return true;
    }
    if (segment.kind() == Segment.Kind.BASELINE) {
      return heard(course, since, over);
    }
    Optional<RunState.Seen> seen =
        course.state.verdict().filter(verdict -> !verdict.at().isBefore(over));
    if (seen.map(RunState.Seen::kind).filter(course::letsGoOn).isPresent()) {
      return true;
    }
    if (!course.now.isBefore(over.plus(course.plan.evidenceWithin()))) {
      course.to(
          RunStatus.PAUSED,
          "Not enough evidence that %s is well, %s after its soak was over: %s"
              .formatted(
                  segment.title(),
                  Spoken.of(course.plan.evidenceWithin()),
                  seen.map(RunState.Seen::says).orElse("the watch has given no verdict")));
    }
    return false;
  }

  /**
   * Whether there is a baseline to compare with. Sources that say nothing in the end are waited for
   * as evidence is; then the run is refused while refusing costs nothing.
   */
  private static boolean heard(Course course, Instant since, Instant over) {
    Optional<RunState.Seen> silence =
        course
            .state
            .verdict()
            .filter(seen -> seen.kind() == Verdict.Kind.NOT_ENOUGH_EVIDENCE)
            .filter(seen -> !seen.at().isBefore(since));
    if (silence.isPresent() && !course.now.isBefore(over.plus(course.plan.evidenceWithin()))) {
      course.to(
          RunStatus.REFUSED,
          "%s. After %s that is still so; nothing has been changed."
              .formatted(silence.get().says(), Spoken.of(course.plan.evidenceWithin())));
    }
    return silence.isEmpty();
  }

  private static void next(Course course) {
    Segment segment = course.segment();
    course.log(Entry.of("segment-done", segment.title()));
    int next = course.state.segment() + 1;
    if (next == course.plan.segments().size() && course.plan.rehearsal()) {
      course.log(Entry.of("rehearsal-turned", "The way forward is rehearsed; now the way back."));
      Backward.begin(course, "The rehearsal went all the way and back.");
    } else if (next == course.plan.segments().size()) {
      course.to(RunStatus.SUCCEEDED, through(course));
    } else {
      course.state = Change.of(course.state).segment(next).soakSince(Optional.empty()).made();
    }
  }

  /** That all is well is only said where something shows it. */
  private static String through(Course course) {
    ProofOfHealth proof =
        ProofOfHealth.of(course.plan, Change.of(course.soFar()).status(RunStatus.SUCCEEDED).made());
    return proof.proven()
        ? "All waves are done and all is well."
        : "All waves are done; that all is well is not shown. %s".formatted(proof.says());
  }

  /** A forward attempt has ended. */
  static void ended(Course course, PlannedStep step, AttemptResult result) {
    StepState state = course.step(step.key()).orElseThrow();
    if (state.phase() == Phase.SKIPPING && !(result instanceof AttemptResult.StillGoing)) {
      course.move(step.key(), Phase.SKIPPED, state.note());
      course.log(Entry.of("step-skipped", step.key(), state.note()));
      continueFrom(course);
      return;
    }
    switch (result) {
      case AttemptResult.Done done -> {
        course.move(step.key(), Phase.DONE, "");
        course.log(Entry.of("step-done", step.key(), step.step().title()));
      }
      case AttemptResult.Stopped stopped -> {
        course.move(step.key(), Phase.STOPPED, "stopped");
        course.log(Entry.of("step-stopped", step.key(), step.step().title()));
      }
      case AttemptResult.Lost(var why) -> {
        course.log(Entry.of("step-lost", step.key(), why));
        again(course, step, Caution.OBSERVE_FIRST, Duration.ZERO, why);
      }
      case AttemptResult.Failed(var why) -> {
        course.log(Entry.of("step-failed", step.key(), why));
        if (state.attempts() <= step.step().retries()) {
          again(course, step, Caution.OBSERVE_FIRST, step.step().retryDelay(), why);
        } else {
          course.move(step.key(), Phase.FAILED, why);
          failed(course, step, why);
        }
      }
      case AttemptResult.StillGoing(var why) -> stillGoing(course, step, why);
      case AttemptResult.Unknown(var why) -> {
        course.log(Entry.of("step-unknown", step.key(), why));
        if (step.step().repeatable()) {
          again(course, step, Caution.OBSERVE_FIRST, Duration.ZERO, why);
        } else {
          course.move(step.key(), Phase.UNKNOWN, why);
          if (course.status() == RunStatus.RUNNING) {
            course.to(
                RunStatus.HELD,
                "Nobody can tell whether %s took effect: %s".formatted(step.key(), why));
          }
        }
      }
    }
    continueFrom(course);
  }

  /** Whichever way the run goes, it waits: what is undone while it goes on would be done again. */
  private static void stillGoing(Course course, PlannedStep step, String why) {
    course.move(step.key(), Phase.STILL_GOING, why);
    course.log(Entry.of("step-unknown", step.key(), why));
    if (course.status() == RunStatus.RUNNING || course.status() == RunStatus.PAUSED) {
      course.to(
          RunStatus.HELD,
          "%s may still go on: %s See that it has ended, then retry it, skip it, or roll back."
              .formatted(step.key(), Backward.sentence(why)));
    }
  }

  /** Begins another attempt while the run wants to go forward; otherwise leaves the step open. */
  private static void again(
      Course course, PlannedStep step, Caution caution, Duration after, String why) {
    if (course.status() == RunStatus.RUNNING) {
      course.begin(step, caution, after);
    } else {
      course.move(step.key(), Phase.FAILED, why);
    }
  }

  private static void failed(Course course, PlannedStep step, String why) {
    if (course.status() != RunStatus.RUNNING) {
      return;
    }
    String says = "%s failed: %s".formatted(step.key(), why);
    if (course.segment().beforeTheFirstChange()) {
      course.stopAllInFlight();
      course.to(RunStatus.REFUSED, says + " Nothing has been changed.");
    } else {
      Backward.begin(course, says);
    }
  }

  private static void continueFrom(Course course) {
    switch (course.status()) {
      case RUNNING -> advance(course);
      case ROLLING_BACK -> Backward.advance(course);
      default -> {}
    }
  }
}
