package dev.evenkeel.server.execution.machine;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.execution.machine.RunState.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what a run does next. The same plan, state, signal and time always give the same
 * decision.
 *
 * <p>Guarantees, whatever the order and number of signals: a step is begun only after all before it
 * are settled; undone only after all behind it are undone; never begun twice without {@code
 * observe} in between unless it is repeatable; past a point of no return nothing is undone.
 */
public final class RunMachine {

  /** How far a clock may step back, as clocks that are kept right do, without the run holding. */
  static final Duration CLOCK_SLACK = Duration.ofSeconds(5);

  private RunMachine() {}

  /**
   * @throws NotOffered when a command does not fit the state; nothing has changed then
   */
  public static Decision decide(Plan plan, RunState state, Signal signal, Instant now) {
    Instant seen = isResume(signal) ? now : state.lastSeen().filter(now::isBefore).orElse(now);
    Course course = new Course(plan, state, seen);
    switch (signal) {
      case Signal.Commanded order -> Orders.carryOut(course, order);
      case Signal.AttemptEnded ended when !state.awaits(ended.attempt()) -> {}
      case Signal.AttemptEnded(var attempt, var result) -> {
        PlannedStep step = plan.step(attempt.step());
        if (attempt.direction() == Direction.BACK) {
          Backward.ended(course, step, result);
        } else {
          Forward.ended(course, step, result);
        }
      }
      case Signal.VerdictGiven(var kind, var says) -> onVerdict(course, kind, says);
      case Signal.Ticked ticked -> onTick(course);
      case Signal.ClockMoved(var says) -> onClockMoved(course, says);
    }
    if (Duration.between(now, seen).compareTo(CLOCK_SLACK) > 0) {
      onClockBehind(course, Spoken.of(Duration.between(now, seen)));
    }
    return course.decided();
  }

  /** Who resumes says that the clock is right now. */
  private static boolean isResume(Signal signal) {
    return signal instanceof Signal.Commanded order && order.command() == RunCommand.RESUME;
  }

  /**
   * Whether the time was wrong before or is now, nobody here can tell. Until a person lets the run
   * go on, it does not go back for the time either. A run on its way back goes on; the log says
   * that its times are not to be trusted.
   */
  private static void onClockMoved(Course course, String says) {
    boolean underWay =
        switch (course.status()) {
          case RUNNING, PAUSED, HELD, ROLLING_BACK -> true;
          case READY, SUCCEEDED, ROLLED_BACK, REFUSED, ABORTED -> false;
        };
    if (!underWay) {
      return;
    }
    boolean back = goesBack(course.status(), course.state.direction());
    String whole =
        says + (back ? " See that it is right now." : " See that it is right now, then resume.");
    course.log(Entry.of("clock-moved", whole));
    if (course.status() == RunStatus.RUNNING) {
      course.to(RunStatus.PAUSED, whole);
    }
    course.state = Change.of(course.state).clockMoved(Optional.of(course.now)).made();
  }

  /** It was set back while nobody watched it, such as between two starts of the server. */
  private static void onClockBehind(Course course, String by) {
    String went = "The clock went back by %s.".formatted(by);
    if (course.status() == RunStatus.RUNNING) {
      pause(course, "clock-moved", went + " Set it right, then resume.");
    } else if (goesBack(course.status(), course.state.direction())
        && course.state.clockMoved().isEmpty()) {
      onClockMoved(course, went);
    }
  }

  private static boolean goesBack(RunStatus status, Direction direction) {
    return status == RunStatus.ROLLING_BACK
        || (status == RunStatus.HELD && direction == Direction.BACK);
  }

  private static void pause(Course course, String what, String says) {
    if (course.status() == RunStatus.RUNNING) {
      course.log(Entry.of(what, says));
      course.to(RunStatus.PAUSED, says);
    }
  }

  private static void onVerdict(Course course, Verdict.Kind kind, String says) {
    Optional<Seen> before = course.state.verdict();
    restartUnwatchedSoak(course, before);
    course.state =
        Change.of(course.state).verdict(Optional.of(new Seen(kind, says, course.now))).made();
    if (before.map(Seen::kind).orElse(Verdict.Kind.HEALTHY) != kind) {
      forgetAcceptedVerdicts(course);
      course.log(
          Entry.of(
              "verdict-" + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), says));
    }
    if (course.state.changeBegan().isEmpty() || course.letsGoOn(kind)) {
      // nothing stands against the change, or a person lets it go on with that
    } else if (kind == Verdict.Kind.BREACH) {
      fireIfForward(course, says);
    } else if (kind == Verdict.Kind.WARNING) {
      pause(course, "warning", says);
    }
    onTick(course);
  }

  private static void forgetAcceptedVerdicts(Course course) {
    Set<Accepted> left =
        course.accepts(Accepted.LAST_SAFE_MOMENT) ? Set.of(Accepted.LAST_SAFE_MOMENT) : Set.of();
    course.state = Change.of(course.state).accepted(left).made();
  }

  /**
   * A soak nobody watched proves nothing: after a gap, such as a server that was down, it begins
   * anew.
   */
  private static void restartUnwatchedSoak(Course course, Optional<Seen> before) {
    Duration gap = course.plan.every().multipliedBy(3).plusSeconds(10);
    boolean unwatched = before.isPresent() && before.get().at().plus(gap).isBefore(course.now);
    if (unwatched && course.state.soakSince().isPresent() && course.status() == RunStatus.RUNNING) {
      course.state = Change.of(course.state).soakSince(Optional.of(course.now)).made();
      course.log(
          Entry.of(
              "soak-begun",
              "Nobody watched for %s: the soak begins anew."
                  .formatted(Spoken.of(Duration.between(before.get().at(), course.now)))));
    }
  }

  private static void onTick(Course course) {
    Optional<Instant> last = WayBack.lastSafeMoment(course.plan, course.state);
    if (last.isPresent()
        && !course.now.isBefore(last.get())
        && course.state.clockMoved().isEmpty()
        && !course.accepts(Accepted.LAST_SAFE_MOMENT)) {
      fireIfForward(
          course, "The last safe moment has come: the way back would not fit the time left.");
    }
    switch (course.status()) {
      case RUNNING -> Forward.advance(course);
      case ROLLING_BACK -> Backward.advance(course);
      default -> {}
    }
  }

  /**
   * Armed criteria fire by themselves, also while the run is paused or held; a held one past no
   * return stays held.
   */
  private static void fireIfForward(Course course, String why) {
    boolean armed =
        switch (course.status()) {
          case RUNNING, PAUSED -> true;
          case HELD ->
              course.state.direction() == Direction.FORWARD
                  && Backward.pointOfNoReturn(course).isEmpty();
          default -> false;
        };
    if (armed) {
      Backward.begin(course, why);
    }
  }
}
