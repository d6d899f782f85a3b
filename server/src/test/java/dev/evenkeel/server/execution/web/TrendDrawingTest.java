package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.judge.sequential.Opinion;
import dev.evenkeel.judge.sequential.Opinion.Moment;
import dev.evenkeel.server.execution.web.Chart.Line;
import dev.evenkeel.server.health.Series.Point;
import dev.evenkeel.server.health.Trend;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The comparison of a metric, as a drawing and in words. */
@Tag("C94")
class TrendDrawingTest {
  private static final Instant CHANGE = Instant.parse("2026-03-01T22:00:00Z");
  private static final OptionalDouble NONE = OptionalDouble.empty();

  @Test
  void says_in_a_few_words_how_much_worse_it_is_and_where_that_was_decided() {
    Trendline drawn =
        TrendDrawing.of(sample(Kind.ERRORS, Verdict.Kind.BREACH, 0.021, 0.014, 0.029));
    assertThat(drawn.title()).isEqualTo("Worse by 1.4 to 2.9 points.");
    assertThat(drawn.flag().orElseThrow().at()).isEqualTo(CHANGE.plusSeconds(100));
    assertThat(drawn.rows()).filteredOn(Trendline.Row::decided).hasSize(1);
  }

  @Test
  void the_band_of_something_bad_ends_above_what_matters_and_that_of_something_good_below() {
    Trendline bad = TrendDrawing.of(sample(Kind.ERRORS, Verdict.Kind.BREACH, 0.021, 0.014, 0.029));
    Trendline good =
        TrendDrawing.of(sample(Kind.ERRORS, Verdict.Kind.HEALTHY, 0.001, -0.003, 0.004));
    assertThat(lowerEdge(bad)).isLessThan(height(bad.matters().place())); // down is more in SVG
    assertThat(upperEdge(good)).isGreaterThan(height(good.matters().place()));
    assertThat(height(bad.sameY())).isGreaterThan(height(bad.matters().place()));
    assertThat(bad.matters().label()).isEqualTo("matters from +1");
  }

  @Test
  void what_was_decided_at_once_has_a_band_that_closes_from_all_that_was_possible() {
    Trendline drawn = TrendDrawing.of(decidedAtOnce());
    String[] corners = drawn.band().substring(1).split("L");
    assertThat(corners).hasSize(4);
    assertThat(height(corners[0].split(" ")[1])).isEqualTo(Trendline.BELOW);
    assertThat(height(corners[3].split(" ")[1].replace("Z", ""))).isEqualTo(Trendline.BOTTOM);
    assertThat(height(corners[2].split(" ")[1])).isLessThan(height(drawn.matters().place()));
  }

  @Test
  void a_version_that_is_far_better_has_a_band_within_the_drawing() {
    Trendline drawn =
        TrendDrawing.of(sample(Kind.LATENCY, Verdict.Kind.HEALTHY, -0.98, -0.99, -0.97));
    assertThat(drawn.title()).isEqualTo("Not worse.");
    assertThat(upperEdge(drawn)).isLessThan(Trendline.BOTTOM - 1.0);
  }

  @Test
  void a_band_without_ends_is_cut_off_and_leaves_what_matters_to_be_seen() {
    Trendline drawn =
        TrendDrawing.of(
            sample(Kind.LATENCY, Verdict.Kind.NOT_ENOUGH_EVIDENCE, 0.1, -40, 1_000_000));
    double zero = height(drawn.sameY());
    double matters = height(drawn.matters().place());
    assertThat(zero - matters).isGreaterThan(8);
    assertThat(matters).isGreaterThan(Trendline.BELOW);
    assertThat(drawn.effects()).hasSizeBetween(2, 9);
  }

  @Test
  void names_what_is_better_and_what_is_unknown() {
    assertThat(title(Kind.LATENCY, Verdict.Kind.HEALTHY, -0.1, -0.3, 0.08))
        .isEqualTo("Not worse, or by at most 8 %.");
    assertThat(title(Kind.GROWTH, Verdict.Kind.NOT_ENOUGH_EVIDENCE, 0.1, -0.3, 0.4))
        .isEqualTo("Not certain yet: between −30 and +40 %.");
    assertThat(
            TrendWords.title(
                opinion(Kind.RATE, Verdict.Kind.NOT_ENOUGH_EVIDENCE, NONE, NONE, NONE, List.of())))
        .isEqualTo("Nothing can be told yet.");
  }

  @Test
  void draws_both_versions_and_leaves_gaps_where_nothing_was_read() {
    Trendline drawn = TrendDrawing.of(sample(Kind.ERRORS, Verdict.Kind.HEALTHY, 0, -0.01, 0.01));
    assertThat(drawn.lines()).extracting(Line::what).containsExactly("others", "upgraded");
    assertThat(drawn.lines().getFirst().path().chars().filter(c -> c == 'M').count()).isEqualTo(1);
    assertThat(drawn.rows()).hasSizeBetween(8, 14);
  }

  @Test
  void nothing_compared_is_an_empty_drawing() {
    Trendline drawn =
        TrendDrawing.of(
            new Trend(
                opinion(Kind.RATE, Verdict.Kind.NOT_ENOUGH_EVIDENCE, NONE, NONE, NONE, List.of()),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty()));
    assertThat(drawn.empty()).isTrue();
  }

  @Test
  void strange_numbers_are_drawn_somewhere() {
    List<Moment> course =
        List.of(
            new Moment(
                CHANGE,
                OptionalDouble.of(Double.NaN),
                OptionalDouble.of(Double.POSITIVE_INFINITY),
                OptionalDouble.of(Double.NEGATIVE_INFINITY),
                OptionalDouble.of(Double.POSITIVE_INFINITY),
                1));
    Trendline drawn =
        TrendDrawing.of(
            new Trend(
                opinion(
                    Kind.LEVEL,
                    Verdict.Kind.WARNING,
                    OptionalDouble.of(Double.POSITIVE_INFINITY),
                    OptionalDouble.of(Double.NEGATIVE_INFINITY),
                    OptionalDouble.of(Double.POSITIVE_INFINITY),
                    course),
                List.of(),
                List.of(),
                Optional.of(CHANGE),
                Optional.empty()));
    assertThat(drawn.lines()).isEmpty();
    assertThat(drawn.effects()).hasSizeBetween(2, 9);
    assertThat(drawn.matters().place()).doesNotContain("NaN");
  }

  private static String title(
      Kind kind, Verdict.Kind verdict, double effect, double low, double high) {
    return TrendDrawing.of(sample(kind, verdict, effect, low, high)).title();
  }

  /** The band grows narrower for two minutes. */
  private static Trend sample(
      Kind kind, Verdict.Kind verdict, double effect, double low, double high) {
    List<Moment> course =
        IntStream.rangeClosed(1, 12)
            .mapToObj(i ->
                new Moment(
                    CHANGE.plusSeconds(10L * i),
                    OptionalDouble.of(0.003),
                    OptionalDouble.of(0.003 + Math.max(0, effect)),
                    OptionalDouble.of(effect - (effect - low) * 12 / i),
                    OptionalDouble.of(effect + (high - effect) * 12 / i),
                    i / 12.0))
            .toList();
    return new Trend(
        opinion(
            kind,
            verdict,
            OptionalDouble.of(effect),
            OptionalDouble.of(low),
            OptionalDouble.of(high),
            course),
        List.of(),
        List.of(),
        Optional.of(CHANGE),
        verdict == Verdict.Kind.BREACH ? Optional.of(CHANGE.plusSeconds(100)) : Optional.empty());
  }

  private static Trend decidedAtOnce() {
    Trend watched = sample(Kind.ERRORS, Verdict.Kind.BREACH, 0.3, 0.25, 0.34);
    return new Trend(
        opinion(
            Kind.ERRORS,
            Verdict.Kind.BREACH,
            OptionalDouble.of(0.3),
            OptionalDouble.of(0.25),
            OptionalDouble.of(0.34),
            List.of(watched.opinion().course().getLast())),
        List.of(),
        List.of(
            new Point(CHANGE.plusSeconds(5), 0.3, 1), new Point(CHANGE.plusSeconds(125), 0.3, 1)),
        watched.changeBegan(),
        watched.decided());
  }

  private static Opinion opinion(
      Kind kind,
      Verdict.Kind verdict,
      OptionalDouble effect,
      OptionalDouble low,
      OptionalDouble high,
      List<Moment> course) {
    return new Opinion(
        "it", kind, verdict, NONE, NONE, effect, low, high, kind.margin(), 1, 900, "", course);
  }

  /** At the newest moment, which is where the band turns round. */
  private static double upperEdge(Trendline drawn) {
    return height(drawn.band().split("L")[12].split(" ")[1]);
  }

  private static double lowerEdge(Trendline drawn) {
    return height(drawn.band().split("L")[13].split(" ")[1]);
  }

  private static double height(String text) {
    return Double.parseDouble(text);
  }
}
