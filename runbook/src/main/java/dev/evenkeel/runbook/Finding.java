package dev.evenkeel.runbook;

/**
 * Something wrong or doubtful in a runbook.
 *
 * @param file as named by the caller
 * @param rule short name of the rule, such as {@code unknown-key}; documented, never renamed
 * @param message what is wrong, with the values
 * @param wayOut what to do about it
 */
public record Finding(
    Severity severity, String rule, String file, Where where, String message, String wayOut) {

  /** Errors stop a runbook from running, warnings do not. */
  public enum Severity {
    ERROR,
    WARNING
  }
}
