package dev.evenkeel.server.execution.web;

import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.judge.sequential.Opinion;
import dev.evenkeel.judge.sequential.Opinion.Moment;
import dev.evenkeel.server.execution.web.Chart.Line;
import dev.evenkeel.server.execution.web.Chart.Mark;
import dev.evenkeel.server.execution.web.Trendline.Flag;
import dev.evenkeel.server.execution.web.Trendline.Row;
import dev.evenkeel.server.health.Series.Point;
import dev.evenkeel.server.health.Series.Unit;
import dev.evenkeel.server.health.Trend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Draws a comparison:
 *
 * <ol>
 *   <li>both versions over time, on an axis from 0;
 *   <li>below, on the same axis of time, the band of how much worse the new version could be. Its
 *       axis always shows 0 and what matters, well apart; what is beyond is cut off, since the band
 *       is endless at first;
 *   <li>the flag where a breach was decided.
 * </ol>
 */
final class TrendDrawing {
  private static final int AMOUNTS = 3;
  private static final int ROWS = 12;
  private static final double BAR = 6;

  /** Of the width; a flag further right has its words on its left. */
  private static final double RIGHT_SIDE = Chart.LEFT + 0.55 * (Chart.RIGHT - Chart.LEFT);

  private final Trend trend;
  private final List<Moment> course;
  private final List<Point> old;
  private final List<Point> now;
  private final TimeAxis time;
  private final Scale levels;
  private final Scale effects;

  private TrendDrawing(Trend trend, TimeAxis time) {
    this.trend = trend;
    this.course = trend.opinion().course();
    this.time = time;
    this.old = points(trend.old(), Moment::control);
    this.now = points(trend.now(), Moment::candidate);
    this.levels = levels(Stream.concat(old.stream(), now.stream()), trend.opinion().metric());
    this.effects = effects(trend.opinion());
  }

  /** Amounts from one height to another. */
  private record Scale(double low, double high, double step, int top, int bottom) {
    double y(double value) {
      double share = (Math.clamp(value, low, high) - low) / (high - low);
      return bottom - share * (bottom - top);
    }

    List<Mark> marks(Function<Double, String> label) {
      return IntStream.rangeClosed(0, (int) Math.round((high - low) / step))
          .mapToObj(i -> low + i * step)
          .filter(level -> level <= high + step / 1000)
          .map(level -> new Mark(text(y(level)), label.apply(level), Optional.empty()))
          .toList();
    }
  }

  static Trendline of(Trend trend) {
    var times =
        Stream.of(
                trend.old().stream().map(Point::at),
                trend.now().stream().map(Point::at),
                trend.opinion().course().stream().map(Moment::at))
            .flatMap(at -> at)
            .sorted()
            .toList();
    if (times.isEmpty()) {
      return new Trendline(
          TrendWords.title(trend.opinion()),
          List.of(),
          "",
          new Mark("0", "", Optional.empty()),
          "0",
          TrendWords.heading(trend.opinion().metric()),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          List.of());
    }
    Instant first = times.getFirst();
    Instant last = times.getLast();
    return new TrendDrawing(
            trend, new TimeAxis(first, last.isAfter(first) ? last : first.plusSeconds(1)))
        .drawn();
  }

  private Trendline drawn() {
    Opinion opinion = trend.opinion();
    return new Trendline(
        TrendWords.title(opinion),
        Stream.of(line("others", old), line("upgraded", now)).flatMap(Optional::stream).toList(),
        band(),
        new Mark(
            text(effects.y(opinion.margin())),
            "matters from " + TrendWords.signed(opinion.margin()),
            Optional.empty()),
        text(effects.y(0)),
        TrendWords.heading(opinion.metric()),
        trend.changeBegan().filter(time::shows).map(at -> text(time.x(at))),
        time.marks(),
        levels.marks(level -> Amount.of(level, TrendWords.levelUnit(opinion.metric()))),
        effects.marks(TrendWords::signed),
        trend.decided().map(this::flag),
        rows());
  }

  private Flag flag(Instant decided) {
    double x = Math.clamp(time.x(decided), Chart.LEFT, Chart.RIGHT);
    boolean right = x > RIGHT_SIDE;
    return new Flag(text(x), text(right ? x - 5 : x + 12), right ? "end" : "start", decided);
  }

  /** Of the series, which is finer; of the course where there is none. */
  private List<Point> points(List<Point> series, Function<Moment, OptionalDouble> level) {
    return series.isEmpty()
        ? course.stream()
            .flatMap(moment ->
                known(level.apply(moment)).stream()
                    .mapToObj(value -> new Point(moment.at(), value, 1)))
            .toList()
        : series.stream().filter(point -> Double.isFinite(point.value())).toList();
  }

  private Optional<Line> line(String what, List<Point> points) {
    StringBuilder path = new StringBuilder();
    Optional<Instant> before = Optional.empty();
    Duration longest = longestWithoutGap(points);
    for (Point point : points) {
      boolean gap =
          before.map(at -> Duration.between(at, point.at()).compareTo(longest) > 0).orElse(true);
      path.append(gap ? 'M' : 'L').append(text(time.x(point.at()))).append(' ');
      path.append(text(levels.y(point.value())));
      if (gap) {
        path.append("h0"); // a lone point is a dot and not nothing
      }
      before = Optional.of(point.at());
    }
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Line(
                what,
                path.toString(),
                text(time.x(points.getLast().at())),
                text(levels.y(points.getLast().value()))));
  }

  private static Duration longestWithoutGap(List<Point> points) {
    List<Duration> pauses =
        IntStream.range(1, points.size())
            .mapToObj(i -> Duration.between(points.get(i - 1).at(), points.get(i).at()))
            .sorted()
            .toList();
    return pauses.isEmpty() ? Duration.ZERO : pauses.get(pauses.size() / 2).multipliedBy(3);
  }

  /**
   * Forth along its upper edge and back along the lower one, in one piece for each stretch. The
   * first opens where anything was possible still: with the first reading of the new version.
   */
  private String band() {
    StringBuilder path = new StringBuilder();
    List<Moment> stretch = new ArrayList<>();
    for (Moment moment : course) {
      if (moment.low().isPresent() || moment.high().isPresent()) {
        if (stretch.isEmpty() && path.isEmpty()) {
          anythingBefore(moment.at()).ifPresent(stretch::add);
        }
        stretch.add(moment);
      } else {
        area(stretch, path);
        stretch.clear();
      }
    }
    area(stretch, path);
    return path.toString();
  }

  private Optional<Moment> anythingBefore(Instant known) {
    OptionalDouble none = OptionalDouble.empty();
    return Stream.concat(now.stream().map(Point::at).limit(1), trend.changeBegan().stream())
        .filter(at -> time.shows(at) && at.isBefore(known))
        .findFirst()
        .map(at -> new Moment(at, none, none, none, none, 0));
  }

  private void area(List<Moment> stretch, StringBuilder path) {
    if (stretch.size() == 1) {
      bar(stretch.getFirst(), path);
      return;
    }
    if (stretch.isEmpty()) {
      return;
    }
    char move = 'M';
    for (Moment moment : stretch) {
      path.append(move).append(point(moment.at(), moment.high().orElse(effects.high())));
      move = 'L';
    }
    for (Moment moment : stretch.reversed()) {
      path.append('L').append(point(moment.at(), moment.low().orElse(effects.low())));
    }
    path.append('Z');
  }

  /** What was found in a single step, such as a breach that was decided at once. */
  private void bar(Moment moment, StringBuilder path) {
    double x = time.x(moment.at());
    String upper = text(effects.y(moment.high().orElse(effects.high())));
    String lower = text(effects.y(moment.low().orElse(effects.low())));
    path.append('M').append(text(x - BAR)).append(' ').append(upper);
    path.append('H').append(text(Math.min(Chart.RIGHT, x + BAR)));
    path.append('V').append(lower).append('H').append(text(x - BAR)).append('Z');
  }

  private String point(Instant at, double effect) {
    return text(time.x(at)) + " " + text(effects.y(effect));
  }

  private List<Row> rows() {
    Kind kind = trend.opinion().metric();
    int each = Math.ceilDiv(course.size(), ROWS);
    return IntStream.range(0, course.size())
        .filter(i -> (course.size() - 1 - i) % each == 0 || decidedAt(course.get(i)))
        .mapToObj(course::get)
        .map(moment ->
            new Row(
                moment.at(),
                TrendWords.level(kind, moment.control()),
                TrendWords.level(kind, moment.candidate()),
                TrendWords.effect(kind, moment.low()),
                TrendWords.effect(kind, moment.high()),
                decidedAt(moment)))
        .toList();
  }

  private boolean decidedAt(Moment moment) {
    return trend.decided().filter(moment.at()::equals).isPresent();
  }

  private static Scale levels(Stream<Point> points, Kind kind) {
    Unit unit = TrendWords.levelUnit(kind);
    double most = points.mapToDouble(Point::value).max().orElse(0);
    double step = ChartDrawing.round(most * 1.08 / AMOUNTS, unit == Unit.SHARE ? 100 : 1);
    return new Scale(
        0,
        Math.max(step, Math.ceil(most * 1.04 / step) * step),
        step,
        Trendline.TOP,
        Trendline.MIDDLE);
  }

  private static Scale effects(Opinion opinion) {
    double margin = Math.max(opinion.margin(), 1e-4);
    double effect = known(opinion.effect()).orElse(0);
    double wide = Math.max(4 * margin, 2.5 * effect);
    double most =
        Math.max(
            2.2 * margin,
            Math.min(wide, Math.max(1.15 * known(opinion.high()).orElse(wide), 1.2 * effect)));
    double low = 1.15 * known(opinion.low()).orElse(-margin);
    boolean better = known(opinion.high()).orElse(0) < -margin;
    double least = Math.max(better ? -6 * margin : -most / 2, Math.min(-margin, low));
    double step = ChartDrawing.round((most - least) / (AMOUNTS + 1), 100);
    return new Scale(
        Math.floor(least / step) * step,
        Math.ceil(most / step) * step,
        step,
        Trendline.BELOW,
        Trendline.BOTTOM);
  }

  private static OptionalDouble known(OptionalDouble number) {
    return number.stream().filter(Double::isFinite).findFirst();
  }

  private static String text(double place) {
    return TimeAxis.text(place);
  }
}
