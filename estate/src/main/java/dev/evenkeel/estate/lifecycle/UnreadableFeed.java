package dev.evenkeel.estate.lifecycle;

/** A text that is no lifecycle data, or not all of it; nothing of it may be used. */
public final class UnreadableFeed extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableFeed(String why) {
    super("The lifecycle data cannot be read: " + why);
  }
}
