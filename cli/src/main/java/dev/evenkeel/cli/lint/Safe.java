package dev.evenkeel.cli.lint;

/** Makes texts from files fit for a terminal. */
final class Safe {
  private Safe() {}

  /** The text without characters that would move the cursor, change colours or hide others. */
  static String text(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          boolean harmful =
              Character.isISOControl(c)
                  || Character.getType(c) == Character.FORMAT
                  || Character.getType(c) == Character.SURROGATE
                  || c == '\u2028'
                  || c == '\u2029';
          safe.appendCodePoint(harmful ? '\uFFFD' : c);
        });
    return safe.toString();
  }
}
