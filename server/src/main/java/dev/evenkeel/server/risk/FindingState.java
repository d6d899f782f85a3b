package dev.evenkeel.server.risk;

/** What was done about a risk. */
public enum FindingState {
  OPEN,
  /** Something makes it less likely or less bad. */
  MITIGATED,
  /** Somebody answers for living with it. */
  ACCEPTED,
  CLOSED
}
