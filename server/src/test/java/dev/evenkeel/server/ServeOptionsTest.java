package dev.evenkeel.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EVENKEEL_PORT        | abc       | EVENKEEL_PORT is 'abc'; a port is a number from 0 to 65535.",
        "EVENKEEL_PORT        | 99999999  | EVENKEEL_PORT is '99999999'; a port is a number from 0 to 65535.",
        "EVENKEEL_LISTEN      | 300.1.1.1 | EVENKEEL_LISTEN is '300.1.1.1'; an address of this machine is meant, such as 127.0.0.1, or 0.0.0.0 for all of them.",
        "EVENKEEL_LISTEN      | ''        | EVENKEEL_LISTEN is ''; an address of this machine is meant, such as 127.0.0.1, or 0.0.0.0 for all of them.",
        "EVENKEEL_EXEC_GRACE  | banana    | EVENKEEL_EXEC_GRACE is 'banana'; it must be a time from 0s to 5m, written with its unit, such as 10s.",
        "EVENKEEL_EXEC_GRACE  | 10m       | EVENKEEL_EXEC_GRACE is '10m'; it must be a time from 0s to 5m, written with its unit, such as 10s.",
        "EVENKEEL_EXEC_GRACE  | 10        | EVENKEEL_EXEC_GRACE is '10'; it must be a time from 0s to 5m, written with its unit, such as 10s.",
        "EVENKEEL_EXEC_KEEP   | 1h        | EVENKEEL_EXEC_KEEP is '1h'; it must be a time of 1d or more, written with its unit, such as 30d.",
        "EVENKEEL_DB_URL      | nonsense  | EVENKEEL_DB_URL is not the address of a PostgreSQL: 'nonsense'. Write it as jdbc:postgresql://HOST:5432/DATABASE, and user and password into EVENKEEL_DB_USER and EVENKEEL_DB_PASSWORD.",
        "EVENKEEL_SECRET_KEY  | short     | EVENKEEL_SECRET_KEY does not hold a key: 32 bytes in base64 (44 characters) are expected. Put the right key there. A new one comes from 'openssl rand -base64 32'; secrets sealed with the old one must then be set again.",
        "EVENKEEL_HEALTH_KEEP | 10m       | EVENKEEL_HEALTH_KEEP (10m) is shorter than EVENKEEL_HEALTH_DETAILED (1h); it must be as long or longer."
      })
  void what_a_setting_may_not_be_is_named_with_what_it_may_be(
      String variable, String value, String says) {
    assertThatThrownBy(() -> ServeOptions.settings(Map.of(variable, value)))
        .isInstanceOf(ServeOptions.Unfit.class)
        .hasMessage(says);
  }

  @Test
  void every_setting_may_be_what_it_is_anyway() throws Exception {
    assertThat(
            ServeOptions.settings(
                Map.of(
                    "EVENKEEL_PORT", "0",
                    "EVENKEEL_LISTEN", "::1",
                    "EVENKEEL_DB_URL", "postgresql://db.example:5432/evenkeel",
                    "EVENKEEL_SECRET_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                    "EVENKEEL_EXEC_GRACE", "10s",
                    "EVENKEEL_EXEC_KEEP", "P30D",
                    "EVENKEEL_HEALTH_DETAILED", "1h",
                    "EVENKEEL_HEALTH_KEEP", "90d")))
        .isEmpty();
  }
}
