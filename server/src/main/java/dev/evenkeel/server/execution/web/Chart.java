package dev.evenkeel.server.execution.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rule over time as a drawing, in the coordinates of its view box.
 *
 * @param lines the newer part last, so that it lies on top
 * @param changeX where the first change was made
 * @param says what the drawing shows, for those who do not see it
 */
public record Chart(
    List<Line> lines,
    List<Limit> limits,
    Optional<String> changeX,
    List<Mark> times,
    List<Mark> amounts,
    String says) {
  static final int WIDTH = 400;
  static final int HEIGHT = 156;
  static final int LEFT = 52;
  static final int RIGHT = WIDTH - 8;
  static final int TOP = 16;
  static final int BOTTOM = HEIGHT - 22;

  public Chart {
    lines = List.copyOf(lines);
    limits = List.copyOf(limits);
    times = List.copyOf(times);
    amounts = List.copyOf(amounts);
  }

  /**
   * @param what class and word of the line: {@code upgraded} or {@code others}
   * @param path of an SVG path
   * @param endX where its newest point is, which is marked
   */
  public record Line(String what, String path, String endX, String endY) {}

  /**
   * A level over the whole width.
   *
   * @param what class and word of it: {@code baseline}, {@code warning} or {@code breach}
   * @param amount for its label; empty when it shall have none
   */
  public record Limit(String what, String y, String amount) {}

  /**
   * A label at an axis.
   *
   * @param place x or y
   * @param at the time it stands for, at the axis of times
   */
  public record Mark(String place, String label, Optional<Instant> at) {}

  public boolean empty() {
    return lines.isEmpty();
  }
}
