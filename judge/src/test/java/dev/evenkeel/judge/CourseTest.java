package dev.evenkeel.judge;

import static dev.evenkeel.judge.Scene.Part.BEFORE;
import static dev.evenkeel.judge.Scene.Part.UPGRADED;
import static dev.evenkeel.judge.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CourseTest {
  private static final Duration STEP = Duration.ofSeconds(10);

  @Test
  void shows_error_rates_step_by_step_with_the_limit_above_the_baseline() {
    var scene =
        new Scene()
            .before(100, 0.01)
            .upgraded(30, 100, 0.05)
            .counted(UPGRADED, "n2", 20, 30, 100, 0);
    var course = Judge.course(ARule.errors(), scene.evidence(), at(0), STEP);
    assertThat(course.baseline()).hasValueCloseTo(0.01, within(1e-6));
    assertThat(course.breach()).hasValueCloseTo(0.02, within(1e-6));
    assertThat(course.warning()).isEmpty();
    assertThat(course.upgraded())
        .extracting(Course.Point::at)
        .containsExactly(at(10), at(20), at(30), at(40));
    assertThat(course.upgraded().getFirst().level()).isCloseTo(0.05, within(1e-3));
    assertThat(course.upgraded().get(2).level()).isBetween(0.025, 0.03);
    assertThat(course.upgraded().get(2).evidence()).isEqualTo(1000 + 800);
  }

  @Test
  void leaves_a_gap_where_nothing_was_read() {
    var scene =
        new Scene().values(UPGRADED, "n1", 0, 8, _ -> 5).values(UPGRADED, "n1", 60, 68, _ -> 7);
    var course = Judge.course(ARule.of(Metric.VALUE).rule(), scene.evidence(), at(0), STEP);
    assertThat(course.upgraded())
        .containsExactly(new Course.Point(at(10), 5, 5), new Course.Point(at(70), 7, 5));
  }

  @Test
  void shows_the_target_that_is_worst_off() {
    var scene =
        new Scene().values(UPGRADED, "n1", 0, 8, _ -> 5).values(UPGRADED, "n2", 0, 8, _ -> 9);
    var high = ARule.of(Metric.VALUE).breach(new Threshold.Above(1)).rule();
    var low = ARule.of(Metric.VALUE).breach(new Threshold.Below(1)).rule();
    assertThat(Judge.course(high, scene.evidence(), at(0), STEP).upgraded().getFirst().level())
        .isEqualTo(9);
    assertThat(Judge.course(low, scene.evidence(), at(0), STEP).upgraded().getFirst().level())
        .isEqualTo(5);
  }

  @Test
  void shows_how_long_something_has_been_failing() {
    var scene =
        new Scene()
            .well(BEFORE, "n1", -30, 0, true)
            .well(UPGRADED, "n1", 0, 4, true)
            .well(UPGRADED, "n1", 6, 14, false)
            .well(UPGRADED, "n1", 20, 28, true);
    var course = Judge.course(ARule.failingFor(5), scene.evidence(), at(0), STEP);
    assertThat(course.upgraded()).extracting(Course.Point::level).containsExactly(2.0, 8.0, 0.0);
    assertThat(course.breach()).hasValue(5);
  }
}
