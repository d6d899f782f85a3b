package dev.evenkeel.server.comms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a channel leads, for those who need not know it exactly. */
class MaskedTest {
  @ParameterizedTest
  @Tag("C52")
  @CsvSource({
    "https://hooks.example.org, https://hooks.example.org/…",
    "https://hooks.example.org:8443/services/T0/secret, https://hooks.example.org:8443/…",
    "https://me:secret@hooks.example.org/in?key=1, https://hooks.example.org/…",
  })
  void of_a_webhook_the_server_is_left(String address, String masked) {
    assertThat(Masked.webhook(address)).isEqualTo(masked);
  }
}
