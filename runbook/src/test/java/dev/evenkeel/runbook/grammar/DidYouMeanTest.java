package dev.evenkeel.runbook.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidYouMeanTest {
  private static final List<String> KEYS =
      List.of("timeout", "retries", "retryDelay", "revert", "run", "when", "id", "maxUnavailable");

  @ParameterizedTest
  @CsvSource({
    "timout,timeout",
    "Timeout,timeout",
    "tiemout,timeout",
    "retry_delay,retryDelay",
    "retires,retries",
    "rnu,run",
    "max-unavailable,maxUnavailable",
    "maxunavailable,maxUnavailable",
    "ids,id",
  })
  void finds_the_word_that_was_meant(String word, String meant) {
    assertThat(DidYouMean.of(word, KEYS)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"owner", "", "x", "description", "namespace"})
  void says_nothing_when_nothing_is_near(String word) {
    assertThat(DidYouMean.of(word, KEYS)).isEmpty();
  }
}
