package dev.evenkeel.judge.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against the values that tables of exact intervals give. */
class IntervalTest {

  @Test
  void none_of_112_still_allows_three_percent() {
    Interval interval = Interval.ofShare(0, 112);
    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isCloseTo(0.0324, within(0.0001));
  }

  @Test
  void a_share_lies_between_its_bounds() {
    Interval interval = Interval.ofShare(4, 20);
    assertThat(interval.low()).isCloseTo(0.0573, within(0.0001));
    assertThat(interval.high()).isCloseTo(0.4366, within(0.0001));
    assertThat(Interval.ofShare(20, 20).high()).isEqualTo(1);
    assertThat(Interval.ofShare(0, 0)).isEqualTo(new Interval(0, 1));
  }

  @Test
  void a_count_lies_between_its_bounds() {
    assertThat(Interval.ofCount(0).high()).isCloseTo(3.6889, within(0.0001));
    assertThat(Interval.ofCount(10).low()).isCloseTo(4.7954, within(0.0001));
    assertThat(Interval.ofCount(10).high()).isCloseTo(18.3904, within(0.0001));
    assertThat(Interval.ofCount(10).times(0.5).high()).isCloseTo(9.1952, within(0.0001));
  }

  @Test
  void what_cannot_be_counted_is_refused() {
    assertThatThrownBy(() -> Interval.ofShare(3, 2)).hasMessage("3 of 2 cannot be");
    assertThatThrownBy(() -> Interval.ofCount(-1)).hasMessage("-1 cannot be counted");
  }
}
