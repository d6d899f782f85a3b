package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.health.Series;
import dev.evenkeel.server.health.Series.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What a chart shows, in words. */
final class ChartWords {
  private ChartWords() {}

  static String of(Series series) {
    List<String> parts = new ArrayList<>();
    newest("upgraded part", series.upgraded(), series, parts);
    newest("others", series.others(), series, parts);
    level("baseline", series.baseline(), series, parts);
    level("warns from", series.warning(), series, parts);
    level("breach from", series.breach(), series, parts);
    return series.rule()
        + ": "
        + (parts.isEmpty() ? "nothing was read yet" : String.join(", ", parts))
        + ".";
  }

  private static void newest(String who, List<Point> points, Series series, List<String> parts) {
    if (!points.isEmpty()) {
      double most = points.stream().mapToDouble(Point::value).max().orElse(0);
      parts.add(
          "%s %s now, at most %s"
              .formatted(
                  who,
                  Amount.of(points.getLast().value(), series.unit()),
                  Amount.of(most, series.unit())));
    }
  }

  private static void level(String what, OptionalDouble level, Series series, List<String> parts) {
    if (level.isPresent()) {
      parts.add(what + " " + Amount.of(level.getAsDouble(), series.unit()));
    }
  }
}
