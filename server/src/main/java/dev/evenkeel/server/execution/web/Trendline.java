package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.web.Chart.Line;
import dev.evenkeel.server.execution.web.Chart.Mark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The comparison of a metric as a drawing, in the coordinates of its view box: on top both versions
 * over time, below how much worse the new one could be, against how much would matter.
 *
 * @param title what it shows, in one sentence for everybody
 * @param lines both versions, the new one last so that it lies on top
 * @param band how much worse the new version could be, as the path of an area
 * @param matters where the line of what matters is, with its label
 * @param sameY where both would be the same
 * @param heading in what the lower part is measured
 * @param flag where a breach was decided
 * @param rows the same as a table; not every moment
 */
public record Trendline(
    String title,
    List<Line> lines,
    String band,
    Mark matters,
    String sameY,
    String heading,
    Optional<String> changeX,
    List<Mark> times,
    List<Mark> amounts,
    List<Mark> effects,
    Optional<Flag> flag,
    List<Row> rows) {
  /** Of the upper part. */
  static final int TOP = 18;

  static final int MIDDLE = 100;

  /** Of the lower part. */
  static final int BELOW = 130;

  static final int BOTTOM = 206;

  public Trendline {
    lines = List.copyOf(lines);
    times = List.copyOf(times);
    amounts = List.copyOf(amounts);
    effects = List.copyOf(effects);
    rows = List.copyOf(rows);
  }

  /**
   * @param side {@code start} or {@code end}: on which side of its place its words begin or end
   */
  public record Flag(String x, String textX, String side, Instant at) {}

  /** One moment in words; empty where nothing is known. */
  public record Row(
      Instant at, String old, String now, String atLeast, String atMost, boolean decided) {}

  public boolean empty() {
    return lines.isEmpty() && band.isEmpty();
  }
}
