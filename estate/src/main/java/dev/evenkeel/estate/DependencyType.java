package dev.evenkeel.estate;

/** How a system needs another. */
public enum DependencyType {
  /** Calls its interface. */
  CALLS,
  /** Reads or writes its data. */
  DATA,
  /** Is called back by it. */
  WEBHOOK,
  /** An automation rule in it. */
  RULE,
  /** A script somebody wrote. */
  SCRIPT,
  /** One field of it. */
  FIELD,
  /** People work with it. */
  USERS,
  /** Cannot run without it below. */
  RUNS_ON
}
