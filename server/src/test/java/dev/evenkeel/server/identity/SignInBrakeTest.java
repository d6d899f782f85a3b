package dev.evenkeel.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInBrakeTest {
  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
  private final SignInBrake brake = new SignInBrake(3);

  @Test
  void lets_a_few_mistakes_pass() {
    fail(2);
    assertThat(brake.wait("ann", NOW)).isZero();
  }

  @Test
  void then_makes_the_next_try_wait_twice_as_long_each_time_up_to_a_quarter_of_an_hour() {
    fail(3);
    assertThat(brake.wait("ann", NOW)).isEqualTo(Duration.ofSeconds(2));
    fail(1);
    assertThat(brake.wait("ann", NOW)).isEqualTo(Duration.ofSeconds(4));
    fail(100);
    assertThat(brake.wait("ann", NOW)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void the_wait_passes_and_concerns_nobody_else() {
    fail(3);
    assertThat(brake.wait("ann", NOW.plusSeconds(2))).isZero();
    assertThat(brake.wait("bob", NOW)).isZero();
  }

  @Test
  void forgets_with_the_right_password_or_after_an_hour() {
    fail(4);
    brake.succeeded("ann");
    assertThat(brake.wait("ann", NOW)).isZero();
    fail(4);
    brake.failed("ann", NOW.plus(Duration.ofHours(2)));
    assertThat(brake.wait("ann", NOW.plus(Duration.ofHours(2)))).isZero();
  }

  @Test
  void what_is_taken_back_leaves_it_as_it_was() {
    fail(4);
    brake.failed("ann", NOW.plusSeconds(60));
    brake.takeBack("ann");
    assertThat(brake.wait("ann", NOW)).isEqualTo(Duration.ofSeconds(4));
    brake.failed("bob", NOW);
    brake.takeBack("bob");
    brake.takeBack("bob");
    assertThat(brake.wait("bob", NOW)).isZero();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      brake.failed("ann", NOW);
    }
  }
}
