package dev.evenkeel.server.execution.machine;

/**
 * Names one step of one run: {@code w2/n3/stop} is the step {@code stop} on target {@code n3} in
 * wave 2, {@code before/all-well} a check, {@code w1/wave/announce} a wave step.
 */
public record StepKey(String value) implements Comparable<StepKey> {

  @Override
  public int compareTo(StepKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
