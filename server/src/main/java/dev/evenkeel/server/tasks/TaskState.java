package dev.evenkeel.server.tasks;

/**
 * Where a task stands.
 *
 * <pre>
 * OPEN --a person says so, or a fact shows it--> DONE
 *  |  ^-----------reopened, or the fact is gone---+
 *  +--skipped, with a reason--> SKIPPED --reopened--> OPEN
 * </pre>
 */
public enum TaskState {
  OPEN,
  DONE,
  SKIPPED
}
