package dev.evenkeel.estate.version;

/** A range nobody can tell the meaning of; the message says what is wrong with it. */
public final class UnreadableRange extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableRange(String range, String why) {
    super("The range '%s' cannot be read: %s".formatted(range, why));
  }
}
