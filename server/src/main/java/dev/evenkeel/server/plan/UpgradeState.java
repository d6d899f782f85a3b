package dev.evenkeel.server.plan;

/** Where an upgrade stands. */
public enum UpgradeState {
  /** It is found out what it could break, what that would cost, and how it is best done. */
  ASSESSING
}
