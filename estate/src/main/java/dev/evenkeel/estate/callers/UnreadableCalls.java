package dev.evenkeel.estate.callers;

/** A file of which no call can be taken. */
public final class UnreadableCalls extends Exception {
  private static final long serialVersionUID = 1L;

  private final String why;

  UnreadableCalls(String why) {
    super(why);
    this.why = why;
  }

  /** Where, why, and what to do. */
  public String why() {
    return why;
  }
}
