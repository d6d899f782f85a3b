package dev.evenkeel.demo.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlotTest {

  @Test
  void the_whole_demo_goes_on_where_the_good_upgrade_ended() {
    Plot whole = Plot.whole();
    assertThat(whole.opening().name()).isEqualTo("10.1.30");
    assertThat(whole.acts())
        .extracting(act -> act.from().name() + " to " + act.to().name())
        .containsExactly("10.1.30 to 11.0.2", "11.0.2 to 11.0.2-errors");
    assertThat(whole.acts())
        .extracting(Act::expected)
        .containsExactly(Outcome.SUCCEEDED, Outcome.ROLLED_BACK);
  }

  @Test
  void every_fault_is_one_story() {
    assertThat(Plot.faults())
        .containsExactly("none", "errors", "latency", "wont-start", "leak", "crash-server");
    for (String fault : Plot.faults()) {
      assertThat(Plot.of(fault).acts()).hasSize(1);
    }
    assertThat(Plot.of("crash-server").acts().getFirst().crash()).isTrue();
    assertThatThrownBy(() -> Plot.of("fire")).hasMessageContaining("fire");
  }
}
