package dev.evenkeel.cli.watch;

import java.util.ArrayList;
import java.util.List;

/** A text folded at its blanks. */
final class Folded {
  private Folded() {}

  /**
   * @param most the most lines; the last one is as long as the rest of the text
   */
  static List<String> text(String text, int columns, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip().replaceAll("\\s+", " ");
    while (lines.size() < most - 1 && rest.length() > columns) {
      int blank = rest.lastIndexOf(' ', columns);
      int end = blank > 0 ? blank : columns;
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    lines.add(rest);
    return lines;
  }
}
