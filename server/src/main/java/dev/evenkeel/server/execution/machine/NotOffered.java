package dev.evenkeel.server.execution.machine;

/** A command that the run does not take in its state; it says why and what it takes instead. */
public final class NotOffered extends RuntimeException {
  private final String says;

  NotOffered(String says) {
    super(says);
    this.says = says;
  }

  /** For a person. */
  public String says() {
    return says;
  }
}
