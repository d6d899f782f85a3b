package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.health.Series;
import dev.evenkeel.server.health.Series.Point;
import dev.evenkeel.server.health.Series.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rule over time, as a drawing. */
@Tag("C94")
class ChartDrawingTest {
  private static final Instant CHANGE = Instant.parse("2026-03-01T22:00:00Z");

  @Test
  void draws_the_upgraded_part_over_the_others_and_the_baseline() {
    Chart chart =
        ChartDrawing.of(
            series(
                List.of(at(10, 0.02), at(12, 0.04), at(14, 0.03)),
                List.of(at(-4, 0.01), at(-2, 0.02), at(0, 0.01), at(2, 0.01), at(4, 0.02)),
                0.01,
                0.05));
    assertThat(chart.lines()).extracting(Chart.Line::what).containsExactly("others", "upgraded");
    assertThat(chart.limits()).extracting(Chart.Limit::what).containsExactly("baseline", "breach");
    assertThat(height(chart.limits().get(1).y()))
        .as("the breach lies above the baseline")
        .isLessThan(height(chart.limits().get(0).y()));
    assertThat(chart.changeX()).isPresent();
    assertThat(chart.says())
        .isEqualTo(
            "errors: upgraded part 3 % now, at most 4 %, others 2 % now, at most 2 %, baseline 1 %,"
                + " breach from 5 %.");
  }

  @Test
  void a_higher_value_is_drawn_higher_and_a_later_one_further_right() {
    Chart chart = ChartDrawing.of(series(List.of(at(0, 0.01), at(2, 0.04)), List.of(), 0.01, 0.05));
    String[] places = chart.lines().getFirst().path().replace("h0", "").substring(1).split("[L ]");
    assertThat(height(places[2])).isGreaterThan(height(places[0]));
    assertThat(height(places[3])).isLessThan(height(places[1]));
  }

  @Test
  void nothing_read_is_an_empty_drawing_that_says_so() {
    OptionalDouble none = OptionalDouble.empty();
    Chart chart =
        ChartDrawing.of(
            new Series(
                "errors", Unit.SHARE, List.of(), List.of(), Optional.empty(), none, none, none));
    assertThat(chart.empty()).isTrue();
    assertThat(chart.says()).isEqualTo("errors: nothing was read yet.");
  }

  @Test
  void one_reading_is_a_dot_within_the_drawing() {
    Chart chart = ChartDrawing.of(series(List.of(at(3, 0.02)), List.of(), 0.01, 0.05));
    assertThat(chart.lines()).hasSize(1);
    assertThat(chart.lines().getFirst().path()).matches("M\\d+\\.\\d \\d+\\.\\dh0");
    assertThat(chart.amounts()).hasSizeBetween(2, 8);
  }

  @Test
  void readings_of_zero_and_numbers_that_are_none_do_not_break_it() {
    Chart chart =
        ChartDrawing.of(
            series(List.of(at(0, 0), at(2, 0)), List.of(at(-2, 0)), 0, Double.POSITIVE_INFINITY));
    assertThat(chart.lines())
        .extracting(Chart.Line::path)
        .allSatisfy(path -> assertThat(path).matches("[ML0-9. h]+"));
  }

  @Test
  void a_gap_is_not_bridged_by_a_line() {
    Chart chart =
        ChartDrawing.of(
            series(List.of(at(0, 1), at(2, 1), at(4, 1), at(60, 1), at(62, 1)), List.of(), 1, 2));
    assertThat(chart.lines().getFirst().path().chars().filter(c -> c == 'M')).hasSize(2);
  }

  private static Series series(
      List<Point> upgraded, List<Point> others, double baseline, double breach) {
    return new Series(
        "errors",
        Unit.SHARE,
        upgraded,
        others,
        Optional.of(CHANGE),
        OptionalDouble.of(baseline),
        OptionalDouble.empty(),
        OptionalDouble.of(breach));
  }

  private static Point at(int second, double value) {
    return new Point(CHANGE.plusSeconds(second), value, 100);
  }

  private static double height(String place) {
    return Double.parseDouble(place);
  }
}
