package dev.evenkeel.estate;

/** How much it hurts when a system is away, the worst first. */
public enum Criticality {
  /** Affects customers directly. */
  RED,
  /** An internal tool people work with. */
  YELLOW,
  /** Nice to have. */
  GREEN;

  public boolean worseThan(Criticality other) {
    return compareTo(other) < 0;
  }
}
