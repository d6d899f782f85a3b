package dev.evenkeel.server.shared;

/**
 * The server cannot start, for a reason the person who starts it can remove. Printed as two
 * paragraphs, without a stack trace.
 */
public final class StartRefused extends RuntimeException {
  private final String wayOut;

  /**
   * @param what what was found and why it stops the start, with the values
   * @param wayOut what to do about it
   */
  public StartRefused(String what, String wayOut) {
    super(what);
    this.wayOut = wayOut;
  }

  public StartRefused(String what, String wayOut, Throwable cause) {
    super(what, cause);
    this.wayOut = wayOut;
  }

  public String wayOut() {
    return wayOut;
  }
}
