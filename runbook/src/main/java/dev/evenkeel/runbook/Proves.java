package dev.evenkeel.runbook;

/**
 * What a step shows when it is done, beyond itself. The author says so; that it was done, the run
 * tells.
 */
public enum Proves {
  /** A backup was made and read back. */
  BACKUP_VERIFIED,
  /** Tests of the new version passed. */
  TESTS_PASSED
}
