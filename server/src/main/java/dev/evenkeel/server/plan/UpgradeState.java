package dev.evenkeel.server.plan;

/** Whether an upgrade is over. Where an open one stands follows from facts: {@link Lifecycle}. */
public enum UpgradeState {
  OPEN,
  /** It does not happen. */
  CANCELLED,
  /** It happened, and what was learned is written down. */
  REVIEWED
}
