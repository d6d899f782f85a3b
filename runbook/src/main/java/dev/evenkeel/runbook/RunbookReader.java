package dev.evenkeel.runbook;

/** Reads runbooks. */
public final class RunbookReader {
  private RunbookReader() {}

  /**
   * Reads and lints a runbook. Never throws for what the text says: every problem is a finding, all
   * of them at once.
   *
   * @param file name used in findings
   * @param text YAML, at most 1 MiB
   */
  public static Reading read(String file, String text) {
    throw new IllegalStateException("not built");
  }
}
