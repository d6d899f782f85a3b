package dev.evenkeel.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServeOptionsTest {
  @Test
  void options_become_settings_in_both_ways_of_writing_them() throws Exception {
    assertThat(ServeOptions.settings(null, "--port", "9000", "--listen=0.0.0.0"))
        .containsExactly("--evenkeel.port=9000", "--evenkeel.listen=0.0.0.0");
  }

  @Test
  void the_log_is_text_until_json_is_asked_for() throws Exception {
    assertThat(ServeOptions.settings("text")).isEmpty();
    assertThat(ServeOptions.settings("json"))
        .containsExactly("--logging.structured.format.console=ecs");
    assertThatThrownBy(() -> ServeOptions.settings("xml")).hasMessageContaining("text or json");
  }

  @Test
  void what_nobody_knows_is_refused() {
    assertThatThrownBy(() -> ServeOptions.settings(null, "--prot", "9000"))
        .hasMessage("'--prot' is not an option of evenkeel serve.");
    assertThatThrownBy(() -> ServeOptions.settings(null, "--port"))
        .hasMessage("Option --port needs a value.");
  }
}
