package dev.evenkeel.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServeOptionsTest {
  @Test
  void options_become_settings_in_both_ways_of_writing_them() throws Exception {
    assertThat(ServeOptions.settings(Map.of(), "--port", "9000", "--listen=0.0.0.0"))
        .containsExactly("--evenkeel.port=9000", "--evenkeel.listen=0.0.0.0");
  }

  @Test
  void the_log_is_text_until_json_is_asked_for() throws Exception {
    assertThat(ServeOptions.settings(Map.of("EVENKEEL_LOG", "text"))).isEmpty();
    assertThat(ServeOptions.settings(Map.of("EVENKEEL_LOG", "json")))
        .containsExactly("--logging.structured.format.console=ecs");
    assertThatThrownBy(() -> ServeOptions.settings(Map.of("EVENKEEL_LOG", "xml")))
        .hasMessageContaining("text or json");
  }

  @Test
  void what_nobody_knows_is_refused() {
    assertThatThrownBy(() -> ServeOptions.settings(Map.of(), "--prot", "9000"))
        .hasMessage("'--prot' is not an option of evenkeel serve.");
    assertThatThrownBy(() -> ServeOptions.settings(Map.of(), "--port"))
        .hasMessage("Option --port needs a value.");
    assertThatThrownBy(() -> ServeOptions.settings(Map.of(), "--port", "http"))
        .hasMessage("--port is 'http'; a port is a number from 0 to 65535.");
    assertThatThrownBy(() -> ServeOptions.settings(Map.of("EVENKEEL_PORT", "99999")))
        .hasMessageContaining("EVENKEEL_PORT is '99999'");
  }
}
