package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.web.Chart.Limit;
import dev.evenkeel.server.execution.web.Chart.Line;
import dev.evenkeel.server.execution.web.Chart.Mark;
import dev.evenkeel.server.health.Series;
import dev.evenkeel.server.health.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Draws a series:
 *
 * <ol>
 *   <li>the axis of times spans all points and the first change;
 *   <li>the axis of amounts goes from 0 (or less, where a point is) to a round number above every
 *       point and limit;
 *   <li>a line is broken where points are missing, because a line over a gap would claim what
 *       nobody saw.
 * </ol>
 */
final class ChartDrawing {
  private static final int AMOUNTS = 4;

  /** Height of a label. */
  private static final int LABEL = 12;

  private final Series series;
  private final TimeAxis time;
  private final double low;
  private final double step;
  private final double high;

  private ChartDrawing(Series series, Instant from, Instant to) {
    this.series = series;
    this.time = new TimeAxis(from, to);
    double[] all =
        DoubleStream.concat(
                points(series).mapToDouble(Point::value),
                Stream.of(series.baseline(), series.warning(), series.breach())
                    .flatMapToDouble(OptionalDouble::stream))
            .filter(Double::isFinite)
            .toArray();
    double most = DoubleStream.of(all).max().orElse(0);
    double least = Math.min(0, DoubleStream.of(all).min().orElse(0));
    this.step = round((most - least) * 1.08 / AMOUNTS, series.unit());
    this.low = Math.floor(least / step) * step;
    double above = Math.max(low + step, Math.ceil(most * 1.04 / step) * step);
    this.high = series.unit() == Series.Unit.SHARE && most <= 1 ? Math.min(1, above) : above;
  }

  /** The drawing; without lines when there is no point. */
  static Chart of(Series series) {
    Optional<Instant> first = points(series).map(Point::at).min(Instant::compareTo);
    Optional<Instant> last = points(series).map(Point::at).max(Instant::compareTo);
    if (first.isEmpty() || last.isEmpty()) {
      return new Chart(
          List.of(), List.of(), Optional.empty(), List.of(), List.of(), ChartWords.of(series));
    }
    Instant end = last.get().isAfter(first.get()) ? last.get() : first.get().plusSeconds(1);
    return new ChartDrawing(series, first.get(), end).drawn();
  }

  private static Stream<Point> points(Series series) {
    return Stream.concat(series.others().stream(), series.upgraded().stream());
  }

  private Chart drawn() {
    List<Line> lines = new ArrayList<>();
    line("others", series.others()).ifPresent(lines::add);
    line("upgraded", series.upgraded()).ifPresent(lines::add);
    List<Limit> limits = new ArrayList<>();
    limit("baseline", series.baseline(), false).ifPresent(limits::add);
    limit("warning", series.warning(), !close(series.warning(), series.breach()))
        .ifPresent(limits::add);
    limit("breach", series.breach(), true).ifPresent(limits::add);
    Optional<String> change = series.changeBegan().filter(time::shows).map(at -> text(time.x(at)));
    return new Chart(lines, limits, change, time.marks(), amounts(), ChartWords.of(series));
  }

  private Optional<Line> line(String what, List<Point> points) {
    if (points.isEmpty()) {
      return Optional.empty();
    }
    Duration longest = longestWithoutGap(points);
    StringBuilder path = new StringBuilder();
    Optional<Instant> before = Optional.empty();
    for (Point point : points) {
      boolean gap =
          before.map(at -> Duration.between(at, point.at()).compareTo(longest) > 0).orElse(true);
      path.append(gap ? 'M' : 'L').append(text(time.x(point.at()))).append(' ');
      path.append(text(y(point.value())));
      if (gap) {
        path.append("h0"); // a lone point is a dot and not nothing
      }
      before = Optional.of(point.at());
    }
    Point last = points.getLast();
    return Optional.of(
        new Line(what, path.toString(), text(time.x(last.at())), text(y(last.value()))));
  }

  private static Duration longestWithoutGap(List<Point> points) {
    List<Duration> pauses = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      pauses.add(Duration.between(points.get(i - 1).at(), points.get(i).at()));
    }
    pauses.sort(null);
    return pauses.isEmpty() ? Duration.ZERO : pauses.get(pauses.size() / 2).multipliedBy(3);
  }

  private Optional<Limit> limit(String what, OptionalDouble level, boolean labelled) {
    return level.isPresent()
        ? Optional.of(
            new Limit(
                what,
                text(y(level.getAsDouble())),
                labelled ? Amount.of(level.getAsDouble(), series.unit()) : ""))
        : Optional.empty();
  }

  /** Whether the labels of two levels would lie on each other. */
  private boolean close(OptionalDouble one, OptionalDouble other) {
    return one.isPresent()
        && other.isPresent()
        && Math.abs(y(one.getAsDouble()) - y(other.getAsDouble())) < LABEL;
  }

  private List<Mark> amounts() {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; low + i * step <= high + step / 2; i++) {
      double level = low + i * step;
      marks.add(new Mark(text(y(level)), Amount.of(level, series.unit()), Optional.empty()));
    }
    return marks;
  }

  /**
   * The next 1, 2 or 5 with zeros at or above a step; counted in percent where percent is shown.
   */
  private static double round(double step, Series.Unit unit) {
    return round(step, unit == Series.Unit.SHARE ? 100 : 1);
  }

  /**
   * @param scale what the numbers shown are multiplied by
   */
  static double round(double step, double scale) {
    double wanted = step * scale;
    if (wanted <= 0) {
      return 1 / scale;
    }
    double ten = Math.pow(10, Math.floor(Math.log10(wanted)));
    double times = wanted / ten;
    return (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10) * ten / scale;
  }

  private double y(double value) {
    double share = (Math.clamp(value, low, high) - low) / (high - low);
    return Chart.BOTTOM - share * (Chart.BOTTOM - Chart.TOP);
  }

  private static String text(double place) {
    return TimeAxis.text(place);
  }
}
