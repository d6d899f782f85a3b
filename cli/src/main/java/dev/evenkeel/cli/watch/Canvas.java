package dev.evenkeel.cli.watch;

import java.io.PrintWriter;
import java.util.List;

/** Draws pictures over each other in a terminal, with the few ANSI codes all of them know. */
final class Canvas {
  private static final String UP = "\u001b[%dA";
  private static final String CLEAR_REST_OF_LINE = "\u001b[K";
  private static final String CLEAR_BELOW = "\u001b[J";
  private static final String HIDE_CURSOR = "\u001b[?25l";
  private static final String SHOW_CURSOR = "\u001b[?25h";

  private final PrintWriter out;
  private List<String> picture = List.of();

  Canvas(PrintWriter out) {
    this.out = out;
  }

  synchronized void draw(List<String> next) {
    if (next.equals(picture)) {
      return;
    }
    StringBuilder codes = new StringBuilder(HIDE_CURSOR);
    if (!picture.isEmpty()) {
      codes.append(UP.formatted(picture.size()));
    }
    for (int i = 0; i < next.size(); i++) {
      boolean same = i < picture.size() && picture.get(i).equals(next.get(i));
      codes.append(same ? "" : "\r" + next.get(i) + CLEAR_REST_OF_LINE).append("\r\n");
    }
    codes.append(CLEAR_BELOW);
    out.print(codes);
    out.flush();
    picture = List.copyOf(next);
  }

  /** Leaves the last picture where it is, with some lines below it. */
  synchronized void leave(List<Line> lines) {
    out.print("\r");
    lines.forEach(line -> out.print(line.plain() + CLEAR_REST_OF_LINE + "\r\n"));
    out.print(SHOW_CURSOR);
    out.flush();
    picture = List.of();
  }
}
