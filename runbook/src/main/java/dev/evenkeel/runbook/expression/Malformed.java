package dev.evenkeel.runbook.expression;

/** A text with {@code ${…}}, or a condition, that cannot be understood. */
public final class Malformed extends RuntimeException {
  private final int offset;

  /**
   * @param offset characters from the beginning of the text to the trouble
   */
  public Malformed(String message, int offset) {
    super(message);
    this.offset = offset;
  }

  public int offset() {
    return offset;
  }
}
