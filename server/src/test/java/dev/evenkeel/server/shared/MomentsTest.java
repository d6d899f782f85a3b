package dev.evenkeel.server.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private static final Instant FRIDAY = Instant.parse("2026-12-11T22:00:30.123Z");

  @Test
  void a_moment_says_its_zone_and_no_seconds() {
    assertThat(Moments.at(FRIDAY)).isEqualTo("2026-12-11 22:00 UTC");
  }

  @Test
  void the_end_has_its_day_where_it_is_another_one() {
    assertThat(Moments.span(FRIDAY, FRIDAY.plusSeconds(3600)))
        .isEqualTo("2026-12-11 22:00 to 23:00 UTC");
    assertThat(Moments.span(FRIDAY, FRIDAY.plusSeconds(7200)))
        .isEqualTo("2026-12-11 22:00 to 2026-12-12 00:00 UTC");
  }
}
