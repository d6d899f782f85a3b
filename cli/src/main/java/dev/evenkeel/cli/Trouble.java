package dev.evenkeel.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
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

  /** A file that was named cannot be read. */
  public static Trouble unreadable(String file, Exception e) {
    if (e instanceof NoSuchFileException) {
      return new Trouble(
          ExitCode.REFUSED, "There is no file %s. Check the path.".formatted(file), e);
    }
    String why =
        e instanceof AccessDeniedException ? "you may not" : String.valueOf(e.getMessage());
    return new Trouble(ExitCode.FAILED, "%s cannot be read: %s.".formatted(file, why), e);
  }

  /** A file that was named cannot be written. */
  public static Trouble unwritable(String file, Exception e) {
    String why =
        e instanceof NoSuchFileException
            ? "its folder is not there"
            : e instanceof AccessDeniedException ? "you may not" : String.valueOf(e.getMessage());
    return new Trouble(
        ExitCode.FAILED, "%s cannot be written: %s. Name another file.".formatted(file, why), e);
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
