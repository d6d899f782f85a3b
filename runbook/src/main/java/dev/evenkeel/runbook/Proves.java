package dev.evenkeel.runbook;

/**
 * What a step shows when it is done, beyond itself. The author says so; that it was done, the run
 * tells.
 */
public enum Proves {
  /** A backup was made and read back. */
  BACKUP_VERIFIED,
  UNIT_TESTS_PASSED,
  INTEGRATION_TESTS_PASSED,
  ACCEPTANCE_TESTS_PASSED,
  PERFORMANCE_TESTS_PASSED
}
