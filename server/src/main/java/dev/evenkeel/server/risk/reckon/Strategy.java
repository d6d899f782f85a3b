package dev.evenkeel.server.risk.reckon;

/** Ways to carry out an upgrade. */
public enum Strategy {
  /** All at once: fast, and the widest outage when it fails. */
  BIG_BANG,
  /** By modules or teams: limits what breaks at once, takes longer, old and new side by side. */
  PHASED,
  /** Old and new run together: back at once, for twice the machines and data kept in step. */
  PARALLEL,
  /** Phased, the first phase in parallel, then all at once when it is trusted. */
  HYBRID;

  /** By what they are judged. Each is scored from 1 (good) to 5 (bad). */
  public enum Criterion {
    RISK,
    TIMELINE,
    COST,
    TEAM,
    IMPACT
  }
}
