package dev.evenkeel.estate.advisory;

/** A file of which nothing can be taken. */
public final class UnreadableFile extends Exception {
  private static final long serialVersionUID = 1L;

  private final String why;

  UnreadableFile(String why) {
    super(why);
    this.why = why;
  }

  /** Where, why, and what to do. */
  public String why() {
    return why;
  }
}
