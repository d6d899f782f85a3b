package dev.evenkeel.server.execution.machine;

import dev.evenkeel.judge.Verdict;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a run stands; with the plan it is all a decision needs.
 *
 * @param direction which way the run goes, or would go on when it is paused or held
 * @param segment index of the segment under way; going back, of the furthest one reached
 * @param steps every step that was begun or skipped
 * @param soakSince when the soak of the segment began; empty while its tracks are under way
 * @param verdict the last verdict over all rules
 * @param reason why the run is paused, held, refused, going back or ended
 * @param changeBegan when the first step that changes something was begun
 * @param backBecause why the run goes or went back; empty while it never turned
 * @param accepted what a person lets the run go on with
 * @param lastSeen the latest time any decision saw; a clock that goes back shows by it
 * @param clockMoved when a clock jumped and nobody has said since that it is right; nothing is
 *     decided by the time then
 * @param openUntil when the window ends in which the run set off or was let go on; going back must
 *     be over by then. Empty when none ends
 */
public record RunState(
    RunStatus status,
    Direction direction,
    int segment,
    Map<StepKey, StepState> steps,
    Optional<Instant> soakSince,
    Optional<Seen> verdict,
    String reason,
    Optional<Instant> startedAt,
    Optional<Instant> changeBegan,
    Optional<Instant> backBegan,
    Optional<Instant> endedAt,
    String backBecause,
    Set<Accepted> accepted,
    Optional<Instant> lastSeen,
    Optional<Instant> clockMoved,
    Optional<Instant> openUntil) {

  /** A verdict and when it was given. */
  public record Seen(Verdict.Kind kind, String says, Instant at) {}

  public RunState {
    steps = Map.copyOf(steps);
    // Runs stored by earlier servers have none of them.
    backBecause = backBecause == null ? reason : backBecause;
    accepted = accepted == null ? Set.of() : Set.copyOf(accepted);
    clockMoved = clockMoved == null ? Optional.empty() : clockMoved;
    openUntil = openUntil == null ? Optional.empty() : openUntil;
  }

  public static RunState ready() {
    return new RunState(
        RunStatus.READY,
        Direction.FORWARD,
        0,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with other steps; for whoever keeps them apart. */
  public RunState with(Map<StepKey, StepState> others) {
    return Change.of(this).steps(others).made();
  }

  public Optional<StepState> step(StepKey key) {
    return Optional.ofNullable(steps.get(key));
  }

  /** Whether the run would set off, or go on forwards after it was paused or held, by an order. */
  public boolean goesForwardBy(RunCommand command) {
    return status.offers().contains(command)
        && direction == Direction.FORWARD
        && switch (command) {
          case START -> true;
          case RESUME, RETRY -> status == RunStatus.PAUSED || status == RunStatus.HELD;
          case SKIP -> status == RunStatus.HELD;
          case PAUSE, ROLL_BACK, ABORT -> false;
        };
  }

  /** Whether an attempt that ended is one the run is waiting for: signals come late and twice. */
  boolean awaits(AttemptId attempt) {
    return step(attempt.step())
        .filter(step ->
            step.phase().inFlight()
                && step.attempts() == attempt.number()
                && step.phase().goingBack() == (attempt.direction() == Direction.BACK))
        .isPresent();
  }
}
