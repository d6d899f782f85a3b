package dev.evenkeel.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({"500ms,PT0.5S", "30s,PT30S", "10m,PT10M", "24h,PT24H", "7d,PT168H", "0s,PT0S"})
  void reads_what_people_write(String text, Duration expected) {
    assertThat(Durations.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "-5s", "1.5h", "5 s", "5S", "1h30m", "99999999999d"})
  void takes_nothing_else(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PT0.5S,500ms", "PT90S,90s", "PT10M,10m", "PT24H,1d", "PT36H,36h", "PT0S,0s"})
  void writes_them_as_short_as_it_can(Duration duration, String expected) {
    assertThat(Durations.text(duration)).isEqualTo(expected);
    assertThat(Durations.parse(expected)).contains(duration);
  }
}
