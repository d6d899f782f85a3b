package dev.evenkeel.server.shared;

/** What somebody may do; each role may do what those before it may. */
public enum Role {
  /** Sees everything but secrets. */
  VIEWER,
  /** Starts runs and commands them. */
  OPERATOR,
  /** Keeps people, tokens and secrets. */
  ADMIN;

  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }
}
