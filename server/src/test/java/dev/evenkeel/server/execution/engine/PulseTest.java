package dev.evenkeel.server.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {

  private static final Duration EVERY = Duration.ofMillis(500);

  @Test
  void what_a_look_takes_is_part_of_the_time_between_two_looks() {
    assertThat(Pulse.pause(EVERY, Duration.ofMillis(200))).isEqualTo(Duration.ofMillis(300));
  }

  @Test
  void rests_a_little_after_a_look_that_took_too_long() {
    assertThat(Pulse.pause(EVERY, Duration.ofMillis(499))).isEqualTo(Duration.ofMillis(50));
    assertThat(Pulse.pause(EVERY, Duration.ofSeconds(5))).isEqualTo(Duration.ofMillis(50));
  }
}
