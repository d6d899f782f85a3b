package dev.evenkeel.judge;

/** What of a source is judged. */
public enum Metric {
  /** Failed requests of all requests, 0 to 1. */
  ERROR_RATE,
  /** A quantile of the response time, in milliseconds. */
  LATENCY,
  /** A plain number that goes up and down, such as memory in bytes. */
  VALUE,
  /** How long something has been failing without a success in between, in seconds. */
  FAILING,
  /** How long the user who is blocked longest has been, in seconds. */
  BLOCKED,
  /** How often failures came of a kind the old version never logged. */
  NOVELTY,
  /** How busy a consumer would be with all traffic on the new version, 0 to 1 and above. */
  OVERRUN
}
