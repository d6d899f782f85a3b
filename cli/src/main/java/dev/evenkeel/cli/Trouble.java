package dev.evenkeel.cli;

/** A command cannot do what it was asked for: said in words for a person, without a stack trace. */
public final class Trouble extends RuntimeException {
  private final ExitCode exitCode;

  /**
   * @param message what, where, why and what to do
   */
  public Trouble(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public Trouble(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
