package dev.evenkeel.server.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocaleTextTest {

  @Test
  void what_the_locale_has_no_characters_for_is_told_and_not_changed() {
    assertThat(LocaleText.obstacle(List.of("plain", "Größe"), StandardCharsets.US_ASCII))
        .hasValueSatisfying(
            says -> assertThat(says).contains("'Größe'", "US-ASCII", "LC_ALL=C.UTF-8"));
  }

  @Test
  void all_else_may_pass() {
    assertThat(LocaleText.obstacle(List.of("plain"), StandardCharsets.US_ASCII)).isEmpty();
    assertThat(LocaleText.obstacle(List.of("Größe", "日本", "🚀"), StandardCharsets.UTF_8)).isEmpty();
  }
}
