package dev.evenkeel.demo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WorkTest {

  @Test
  void three_of_any_ten_requests_in_a_row_fail() {
    for (long first = 0; first < 20; first++) {
      assertThat(LongStream.range(first, first + 10).filter(Work::isOneOfThreeInTen)).hasSize(3);
    }
  }

  @Test
  void a_look_at_the_first_page_does_not_show_it() {
    assertThat(LongStream.range(0, 3)).noneMatch(Work::isOneOfThreeInTen);
  }

  @Test
  void every_fault_is_known_by_its_word() {
    for (Fault fault : Fault.values()) {
      assertThat(Fault.of(fault.word())).isEqualTo(fault);
    }
    assertThatThrownBy(() -> Fault.of("laek")).hasMessageContaining("errors, latency, wont-start");
  }
}
