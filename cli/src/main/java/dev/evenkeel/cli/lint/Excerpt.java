package dev.evenkeel.cli.lint;

import dev.evenkeel.cli.Harmless;

/**
 * A line of a file and a caret under a spot in it.
 *
 * @param line fit for a terminal; long ones only around the spot
 * @param caret spaces and a caret
 */
record Excerpt(String line, String caret) {
  private static final int WIDEST = 120;
  private static final int BEFORE = 60;

  /**
   * @param column from 1, in characters
   */
  static Excerpt of(String text, int column) {
    int[] characters = Harmless.inPlace(text).codePoints().toArray();
    int spot = Math.clamp(column - 1L, 0, characters.length);
    int start = characters.length <= WIDEST ? 0 : Math.max(0, spot - BEFORE);
    int end = Math.min(characters.length, start + WIDEST);
    String before = start > 0 ? "…" : "";
    String after = end < characters.length ? "…" : "";
    String part = new String(characters, start, end - start);
    return new Excerpt(before + part + after, " ".repeat(before.length() + spot - start) + "^");
  }
}
