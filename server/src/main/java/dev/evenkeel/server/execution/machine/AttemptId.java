package dev.evenkeel.server.execution.machine;

/**
 * Names one attempt inside a run. The same decision always gives the same id, so an effect written
 * twice is one attempt.
 *
 * @param number counts the attempts at the step in this direction from 1
 */
public record AttemptId(StepKey step, Direction direction, int number) {

  /** As text that may also be a file name, unique over all runs: {@code r1-w1.n1.stop-f1}. */
  public String in(String run) {
    return run
        + "-"
        + step.value().replace('/', '.')
        + (direction == Direction.FORWARD ? "-f" : "-b")
        + number;
  }
}
