package dev.evenkeel.cli;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A command cannot do what it was asked for: said in words for a person, without a stack trace. */
public class Trouble extends RuntimeException {
  private final String says;
  private final ExitCode exitCode;
  private final Optional<JsonNode> problem;

  /**
   * @param message what, where, why and what to do
   */
  public Trouble(ExitCode exitCode, String message) {
    super(message);
    this.says = message;
    this.exitCode = exitCode;
    this.problem = Optional.empty();
  }

  public Trouble(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.says = message;
    this.exitCode = exitCode;
    this.problem = Optional.empty();
  }

  /**
   * @param problem what the server answered (RFC 9457), for programs
   */
  public Trouble(ExitCode exitCode, String message, JsonNode problem) {
    super(message);
    this.says = message;
    this.exitCode = exitCode;
    this.problem = Optional.of(problem);
  }

  public String says() {
    return says;
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  public Optional<JsonNode> problem() {
    return problem;
  }
}
