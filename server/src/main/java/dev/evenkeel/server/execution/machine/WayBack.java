package dev.evenkeel.server.execution.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The way back from where a run stands. */
public final class WayBack {
  private WayBack() {}

  /** The steps that going back would undo now, in the order of undoing. */
  public static List<PlannedStep> from(Plan plan, RunState state) {
    return plan.steps().values().stream()
        .filter(step -> step.step().revert().isPresent())
        .filter(step ->
            state
                .step(step.key())
                .filter(s -> s.touched() && s.phase() != StepState.Phase.REVERTED)
                .isPresent())
        .toList()
        .reversed();
  }

  /**
   * The instant after which the way back no longer fits into the run's duration, or into the window
   * in which it set off; empty when nothing sets an end.
   */
  public static Optional<Instant> lastSafeMoment(Plan plan, RunState state) {
    return Stream.of(
            plan.duration().flatMap(d -> state.startedAt().map(start -> start.plus(d))),
            state.openUntil())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .map(end -> end.minus(reserved(plan, state)));
  }

  /**
   * The time to keep free for going back: {@code limits.wayBack}, or the sum of the timeouts of
   * what would have to be undone, tried as often as they may be.
   */
  public static Duration reserved(Plan plan, RunState state) {
    return plan.wayBack()
        .orElseGet(() ->
            from(plan, state).stream()
                .map(step -> step.step())
                .map(step ->
                    step.timeout()
                        .multipliedBy(step.retries() + 1L)
                        .plus(step.retryDelay().multipliedBy(step.retries())))
                .reduce(Duration.ZERO, Duration::plus));
  }
}
